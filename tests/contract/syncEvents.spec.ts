import { syncEvents } from './syncEvents'

syncEvents('the embedded engine', { ELASTICSEARCH_URL: '' }, 25)
