import { env } from '@/env'

/** The address readers know this site by: as set, or else as they asked for it. */
export function siteAddress(request: Request): string {
  if (env.url) return env.url
  const { headers, url } = request
  const host = headers.get('x-forwarded-host') ?? headers.get('host') ?? new URL(url).host
  return `${headers.get('x-forwarded-proto') ?? 'http'}://${host}`
}
