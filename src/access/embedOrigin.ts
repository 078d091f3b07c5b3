/**
 * The origin as browsers write it, or null where it is none that may embed the desk: https, or http on this
 * machine and in private networks; no path, no account, no wildcard.
 */
export function embedOriginOf(sent: unknown): string | null {
  if (typeof sent !== 'string') return null
  const text = sent.trim()
  if (!/^https?:\/\/[^\s/?#@*\\;,'"]+\/?$/i.test(text) || !URL.canParse(text)) return null
  const { origin, protocol, hostname } = new URL(text)
  return protocol === 'https:' || isPrivate(hostname) ? origin : null
}

const isPrivate = (host: string): boolean =>
  host === 'localhost' ||
  host === '[::1]' ||
  /^(?:127|10)\.\d+\.\d+\.\d+$|^192\.168\.\d+\.\d+$|^172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+$/.test(
    host,
  )
