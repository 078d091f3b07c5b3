import type { ReactNode } from 'react'
import type { Language } from '@/i18n/language'
import type { EntrySummary } from '@/reading/entrySummary'
import { EntryItems, Pages } from './EntryList'

type Props = {
  language: Language
  title: string
  lead: string
  entries: readonly EntrySummary[]
  /** What is said where there are none. */
  none: string
  page: number
  last: number
  addressOf: (page: number) => string
  /** What it is narrowed by. */
  children?: ReactNode
}

/** A page of notices or cases, which are read by their day and answer no question. */
export function NewsList(props: Props) {
  const { language, title, lead, entries, none, page, last, addressOf, children } = props
  return (
    <div className="wide results news">
      <h1>{title}</h1>
      <p className="quiet lead">{lead}</p>
      {children}
      <h2 className="hidden">{title}</h2>
      {entries.length > 0 ? (
        <EntryItems entries={entries} language={language} />
      ) : (
        <p className="nothing">{none}</p>
      )}
      <Pages language={language} page={page} last={last} addressOf={addressOf} />
    </div>
  )
}
