import { cache } from 'react'
import { waitingFor } from '@/workflow/telling/waitingFor'

/** As `waitingFor`. Several parts of one page may ask; the database is asked once. */
export const waitingHere = cache(waitingFor)
