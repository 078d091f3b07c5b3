import { siteAddress } from '@/app/siteAddress'

// Next 16.4 takes a file of this name for fixed unless told otherwise.
export const dynamic = 'force-dynamic'

/** What is for people who work here, and searches, which are endless. */
const closed = ['/admin', '/api', '/desk', '/login', '/password', '/search']

export function GET(request: Request): Response {
  const lines = [
    'User-agent: *',
    ...closed.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${siteAddress(request)}/sitemap.xml`,
  ]
  return new Response(`${lines.join('\n')}\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })
}
