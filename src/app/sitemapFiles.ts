import escapeHtml from 'escape-html'
import { dayOf } from '@/components/admin/dates'

const schema = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/** The addresses of one file; each was changed on the day of the city on which it was approved. */
export const pageOf = (site: string, addresses: { number: string; approvedAt: string }[]) => {
  const entries = addresses.map(({ number, approvedAt }) =>
    element('url', `${site}/e/${number}`, dayOf(approvedAt)),
  )
  return `<urlset xmlns="${schema}">${element('url', `${site}/`)}${entries.join('')}</urlset>`
}

/** The files where there are several. */
export const indexOf = (site: string, pages: number) => {
  const files = Array.from({ length: pages }, (_, index) =>
    element('sitemap', `${site}/sitemap.xml?page=${index + 1}`),
  )
  return `<sitemapindex xmlns="${schema}">${files.join('')}</sitemapindex>`
}

const element = (name: string, address: string, day?: string) =>
  `<${name}><loc>${escapeHtml(address)}</loc>${day ? `<lastmod>${day}</lastmod>` : ''}</${name}>`
