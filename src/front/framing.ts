import type { ServerResponse } from 'node:http'
import type { Payload } from 'payload'
import { embedOriginOf } from '@/access/embedOrigin'

/** The desk, and the sign-in it may lead to; every other page is framed by this site alone. */
export const mayBeFramed = (path: string): boolean => /^\/(desk|login)\/?$/.test(path)

/** How long a change of the centre's list may take to count, in milliseconds. */
const keptFor = 5_000

/**
 * Lets the origins which the centre listed show a page in a frame of theirs, by the policy that server.mjs
 * has set. While the list cannot be read, nobody may.
 */
export function createFraming(payload: Payload): (res: ServerResponse) => Promise<void> {
  let kept: { until: number; origins: Promise<string[]> } | null = null
  const listed = () => {
    if (!kept || kept.until < Date.now()) {
      kept = { until: Date.now() + keptFor, origins: readOrigins(payload) }
    }
    return kept.origins
  }
  return async (res) => {
    const origins = await listed()
    const policy = res.getHeader('content-security-policy')
    if (origins.length === 0 || typeof policy !== 'string') return
    const framedBy = ["frame-ancestors 'self'", ...origins].join(' ')
    res.setHeader('content-security-policy', policy.replace("frame-ancestors 'self'", framedBy))
    // It cannot name origins, and browsers that know the policy do not look at it.
    res.removeHeader('x-frame-options')
  }
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
