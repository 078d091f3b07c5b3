import type { Payload } from 'payload'
import { embedOriginOf } from '@/access/embedOrigin'
import { keptFor } from '@/tables/keptFor'

/** A change of the centre's list counts some seconds later. */
const origins = keptFor<string[]>({ name: 'origins', time: 5_000 })

/** The sites that may show the desk in a frame, and tell it of calls; none while the list cannot be read. */
export const embedOriginsNow = (payload: Payload): Promise<string[]> =>
  origins.now(payload, () => readOrigins(payload))

async function readOrigins(payload: Payload): Promise<string[]> {
  try {
    const { embedOrigins } = await payload.findGlobal({
      slug: 'settings',
      depth: 0,
      overrideAccess: true,
    })
    return (embedOrigins ?? []).flatMap(({ origin }) => embedOriginOf(origin) ?? [])
  } catch (error) {
    payload.logger.error({ err: error, msg: 'Who may frame the desk could not be read.' })
    return []
  }
}
