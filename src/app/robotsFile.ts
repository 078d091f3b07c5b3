import { at } from '@/base'

/** What is for people who work here, what changes how a page is shown or is sent by somebody, and searches, which are endless. */
const closed = [
  ...['/admin', '/api', '/desk', '/locked', '/login', '/logout', '/password'],
  ...['/preview/', '/view/', '/language/', '/report', '/search'],
]

/** For robots that read it at the top of the host, or below the path where the site begins: paths are whole in both. */
export const robotsOf = (site: string): string =>
  [
    'User-agent: *',
    ...closed.map((path) => `Disallow: ${at(path)}`),
    '',
    `Sitemap: ${site}/sitemap.xml`,
    '',
  ].join('\n')
