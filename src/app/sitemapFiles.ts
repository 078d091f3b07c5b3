import escapeHtml from 'escape-html'
import { dayOf } from '@/components/admin/dates'

const schema = 'http://www.sitemaps.org/schemas/sitemap/0.9'

type Address = { number: string; approvedAt: string }

/**
 * The addresses of one file: pages that list, and answers, each of which was changed on the day of the city on which it
 * was approved.
 */
export const pageOf = (
  site: string,
  addresses: readonly Address[],
  lists: readonly string[] = [],
) => {
  const entries = addresses.map(({ number, approvedAt }) =>
    element('url', `${site}/e/${number}`, dayOf(approvedAt)),
  )
  const pages = lists.map((path) => element('url', site + path))
  return `<urlset xmlns="${schema}">${pages.join('')}${entries.join('')}</urlset>`
}

/** What the file of pages that list is asked for by, where there are several files. */
export const ofLists = 'lists'

/** The files where there are several. */
export const indexOf = (site: string, pages: number) => {
  const numbered = Array.from({ length: pages }, (_, index) => String(index + 1))
  const files = [ofLists, ...numbered].map((page) =>
    element('sitemap', `${site}/sitemap.xml?page=${page}`),
  )
  return `<sitemapindex xmlns="${schema}">${files.join('')}</sitemapindex>`
}

const element = (name: string, address: string, day?: string) =>
  `<${name}><loc>${escapeHtml(address)}</loc>${day ? `<lastmod>${day}</lastmod>` : ''}</${name}>`
