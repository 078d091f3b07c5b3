import { getPayload, type SanitizedConfig } from 'payload'
import config from '../../payload.config'
import { createEmptyCity } from '@/seed/createEmptyCity'
import { fill } from './fill'

// A process of its own, since what filling leaves in memory is nobody's business: makes a database with so
// many live entries.
const quiet = { options: { level: 'error' } } as unknown as SanitizedConfig['logger']
const payload = await getPayload({ config: { ...(await config), logger: quiet } })
await createEmptyCity({ payload })
await fill(payload, Number(process.argv[2]))
await payload.destroy()
process.send?.({ filled: true }, () => process.exit(0))
