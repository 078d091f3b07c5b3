import { categoryName, dayOf, validityOf } from '@/components/entryWords'
import { Marked } from '@/components/search/hits'
import { browsingTexts } from '@/i18n/browsing'
import type { Language } from '@/i18n/language'
import { noticeKindNames } from '@/i18n/names'
import { sharedTexts } from '@/i18n/shared'
import type { EntrySummary } from '@/reading/entrySummary'
import type { EntryHit } from '@/reading/searchAnswer'

type EntryItemProps = { entry: EntrySummary | EntryHit; language: Language }

/** One entry in a list of answers. */
export function EntryItem({ entry, language }: EntryItemProps) {
  const texts = sharedTexts[language]
  const browsing = browsingTexts[language]
  const day = dayOf(entry.approvedAt, language)
  const label = labelOf(entry, language)
  const highlights = 'highlights' in entry ? entry.highlights : { title: [], text: [] }
  return (
    <li className="item">
      <h3 lang="zh-CN">
        <a href={`/e/${entry.number}`}>
          <Marked text={entry.title} ranges={highlights.title} />
        </a>
      </h3>
      {entry.summary && (
        <p className="item-summary" lang="zh-CN">
          {entry.summary}
        </p>
      )}
      {highlights.text.slice(0, 1).map(({ passage, ranges }, index) => (
        <p key={index} className="item-passage" lang="zh-CN">
          <Marked text={passage} ranges={ranges} />
        </p>
      ))}
      <p className="item-facts">
        <span lang="zh-CN">{entry.unit.name}</span>
        {entry.category && <span>{categoryName(entry.category, language)}</span>}
        {label && <span>{label}</span>}
        <span>{isNews(entry) ? browsing.publishedOn(day) : texts.approvedOn(day)}</span>
        {entry.validUntil && <span>{validityOf(entry, language)}</span>}
        {!entry.openToPublic && <span className="tag">{openingOf(entry, texts)}</span>}
      </p>
    </li>
  )
}

/** Notices and cases answer no question: citizens look when they were published, not when they were approved. */
const isNews = ({ library }: EntrySummary): boolean => library === 'notices' || library === 'cases'

function labelOf({ library, kind }: EntrySummary, language: Language): string | null {
  if (library === 'cases') return browsingTexts[language].cases
  return noticeKindNames[kind as keyof typeof noticeKindNames]?.[language] ?? null
}

const openingOf = (entry: EntrySummary, texts: { unitsOnly: string; closed: string }): string =>
  entry.openToUnits ? texts.unitsOnly : texts.closed

type EntryItemsProps = { entries: readonly (EntrySummary | EntryHit)[]; language: Language }

/** Entries one below the other. */
export function EntryItems({ entries, language }: EntryItemsProps) {
  return (
    <ul className="items">
      {entries.map((entry) => (
        <EntryItem key={entry.id} entry={entry} language={language} />
      ))}
    </ul>
  )
}

type PagesProps = {
  language: Language
  page: number
  last: number
  addressOf: (page: number) => string
}

/** Where one is in a long list, and the way on. */
export function Pages({ language, page, last, addressOf }: PagesProps) {
  if (last <= 1) return null
  const texts = sharedTexts[language]
  return (
    <nav className="pages" aria-label={texts.pages}>
      {page > 1 && (
        <a href={addressOf(page - 1)} rel="prev">
          {texts.previous}
        </a>
      )}
      <span aria-current="page">{texts.pageOf(page, last)}</span>
      {page < last && (
        <a href={addressOf(page + 1)} rel="next">
          {texts.next}
        </a>
      )}
    </nav>
  )
}
