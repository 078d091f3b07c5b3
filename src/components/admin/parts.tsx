import type { ReactNode } from 'react'
import { Link } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import { fill } from '@/i18n/adminTexts'
import type { Language } from '@/i18n/language'
import { listTexts } from '@/i18n/lists'
import { searchOf } from './addresses'
import { shownPages } from './list/libraryAsked'
import type { Choice } from '@/workflow/tree/readUnits'

/** How many; none is told quietly. */
export function Count({ n }: { n: number }) {
  return <span className={n === 0 ? 'zk-count zk-count--none' : 'zk-count'}>{n}</span>
}

/** In place of a list's rows: what belongs there, and the way on. */
export function Empty({ said, children }: { said: string; children?: ReactNode }) {
  return (
    <div className="zk-empty" role="status">
      <p>{said}</p>
      {children}
    </div>
  )
}

export type Fact = readonly [name: string, value: ReactNode]

/** Names and what they stand for; what is empty is left out. */
export const Facts = ({ facts, className }: { facts: readonly Fact[]; className: string }) => (
  <dl className={className}>
    {facts
      .filter(([, value]) => Boolean(value) || value === 0)
      .map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
)

type FilterEndProps = {
  texts: { filter: string; clear: string }
  isNarrowed: boolean
  /** Where the list stands with nothing narrowed. */
  whole: string
}

/** The end of a form that narrows a list: do it, and, where it is narrowed, show all again. */
export const FilterEnd = ({ texts, isNarrowed, whole }: FilterEndProps) => (
  <>
    <button type="submit" className="zk-button">
      {texts.filter}
    </button>
    {isNarrowed && (
      <a className="zk-link" href={whole}>
        {texts.clear}
      </a>
    )}
  </>
)

type PagesProps = {
  address: string
  /** What else the address asks for. */
  search: URLSearchParams
  page: number
  last: number
  language: Language
}

/** From page to page of a list; nothing where there is one. */
export function Pages({ address, search, page, last, language }: PagesProps) {
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

type PagedProps = Omit<PagesProps, 'search'> & {
  view: AdminViewServerProps
  /** Why there are no rows, where there are none. */
  none: string
  /** How many there are on all pages. */
  counted: string
  children: ReactNode
}

/** The rows of a page that lists something, under their number, and the way to the other pages. */
export const Paged = ({ view, none, counted, children, ...pages }: PagedProps) => (
  <>
    {none ? (
      <Empty said={none} />
    ) : (
      <>
        <p className="zk-soft" role="status">
          {counted}
        </p>
        {children}
      </>
    )}
    <Pages {...pages} search={searchOf(view.searchParams)} />
  </>
)

/** What the columns of a table are called. */
export const Heads = ({ heads }: { heads: readonly string[] }) => (
  <thead>
    <tr>
      {heads.map((head) => (
        <th key={head} scope="col">
          {head}
        </th>
      ))}
    </tr>
  </thead>
)

type TableProps = { heads: readonly string[]; children: ReactNode }

/** A table whose rows are cards on a phone. */
export const Table = ({ heads, children }: TableProps) => (
  <table className="zk-table zk-flow">
    <Heads heads={heads} />
    <tbody>{children}</tbody>
  </table>
)

/** Units in the tree's order, those of a county under its name. */
export function UnitOptions({ units }: { units: readonly Choice[] }) {
  const groups = [...new Set(units.map(({ group }) => group))]
  return groups.map((group) => {
    const options = units
      .filter((choice) => choice.group === group)
      .map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))
    if (group === null) return options
    return (
      <optgroup key={group} label={group}>
        {options}
      </optgroup>
    )
  })
}
