import { at } from '@/base'
import { env } from '@/env'

// Next 16.4 takes a file of this name for fixed unless told otherwise.
export const dynamic = 'force-dynamic'

/** What is for people who work here, and searches, which are endless. */
const closed = ['/admin', '/api', '/desk', '/login', '/logout', '/password', '/search']

export function GET(): Response {
  const lines = [
    'User-agent: *',
    ...closed.map((path) => `Disallow: ${at(path)}`),
    '',
    `Sitemap: ${env.site}/sitemap.xml`,
  ]
  return new Response(`${lines.join('\n')}\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })
}
