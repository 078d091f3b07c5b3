import type { ServerResponse } from 'node:http'
import type { Payload } from 'payload'
import { embedOriginOf } from '@/access/embedOrigin'
import { keptFor } from '@/tables/keptFor'

/** The desk, and the sign-in it may lead to; every other page is framed by this site alone. */
export const mayBeFramed = (path: string): boolean => /^\/(desk|login)\/?$/.test(path)

/** A change of the centre's list counts some seconds later. */
const origins = keptFor<string[]>({ name: 'origins', time: 5_000 })

/**
 * Lets the origins which the centre listed show a page in a frame of theirs, by the policy that server.mjs
 * has set. While the list cannot be read, nobody may.
 */
export async function frame(payload: Payload, res: ServerResponse): Promise<void> {
  const listed = await origins.now(payload, () => readOrigins(payload))
  const policy = res.getHeader('content-security-policy')
  if (listed.length === 0 || typeof policy !== 'string') return
  const framedBy = ["frame-ancestors 'self'", ...listed].join(' ')
  res.setHeader('content-security-policy', policy.replace("frame-ancestors 'self'", framedBy))
  // It cannot name origins, and browsers that know the policy do not look at it.
  res.removeHeader('x-frame-options')
}

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
