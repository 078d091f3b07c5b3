import { Link } from '@payloadcms/ui'
import { fill } from '@/i18n/adminTexts'
import type { Language } from '@/i18n/language'
import { listTexts } from '@/i18n/lists'
import { shownPages } from './libraryAsked'

type Props = {
  address: string
  /** What else the address asks for. */
  search: URLSearchParams
  page: number
  last: number
  language: Language
}

/** From page to page of a list; nothing where there is one. */
export function Pages({ address, search, page, last, language }: Props) {
  const texts = listTexts[language]
  if (last < 2) return null
  const to = (n: number) => {
    const query = new URLSearchParams(search)
    query.set('page', String(n))
    return `${address}?${query}`
  }
  return (
    <nav className="zk-pages" aria-label={texts.pages}>
      {page > 1 && (
        <Link href={to(Math.min(page - 1, last))} prefetch={false} rel="prev">
          {texts.previous}
        </Link>
      )}
      {shownPages(page, last).map((n, at, all) => (
        <span key={n}>
          {at > 0 && n - (all[at - 1] ?? 0) > 1 && <span aria-hidden>… </span>}
          <Link
            href={to(n)}
            prefetch={false}
            aria-label={fill(texts.page, { n, of: last })}
            aria-current={n === page ? 'page' : undefined}
          >
            {n}
          </Link>
        </span>
      ))}
      {page < last && (
        <Link href={to(page + 1)} prefetch={false} rel="next">
          {texts.next}
        </Link>
      )}
    </nav>
  )
}
