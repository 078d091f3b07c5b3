import type { ReactNode } from 'react'
import { categoryName } from '@/components/entryWords'
import { withPhoneLinks } from '@/components/phoneLinks'
import { PhoneNumber } from '@/components/portal/PhoneNumber'
import { entryPageTexts } from '@/i18n/entryPage'
import type { Language } from '@/i18n/language'
import { portalTexts } from '@/i18n/portal'
import { sharedTexts } from '@/i18n/shared'
import type { EntrySummary } from '@/reading/entrySummary'
import type { Entry } from '@/reading/readEntry'
import { doneAt, withAnchors, type Heading } from './contents'
import { EntryFacts, EntryFiles } from './EntryFacts'

type Props = {
  entry: Entry
  /** What stands beside it. */
  related: readonly EntrySummary[]
  language: Language
  /** What the site is called, for paper. */
  signature: string
  isStaff: boolean
  /** What may be done with the answer: under its question, below its text, beside it. */
  tools?: ReactNode
  below?: ReactNode
  beside?: ReactNode
}

/** An answer as its reader sees it: question, answer, details, and who answers for it. */
export function EntryArticle({ entry, related, language, signature, isStaff, ...around }: Props) {
  const shared = sharedTexts[language]
  const texts = portalTexts[language]
  const { html, headings } = withAnchors(withPhoneLinks(entry.html))
  return (
    <div className="wide entry">
      <p className="print-only print-head" aria-hidden="true">
        {signature}
      </p>
      <nav className="crumbs" aria-label={shared.home}>
        <a href="/">{shared.home}</a>
        <a href={`/units/${entry.unit.id}`} lang="zh-CN">
          {entry.unit.name}
        </a>
        {entry.category && (
          <a href={`/units/${entry.unit.id}?category=${entry.category.key}`}>
            {categoryName(entry.category, language)}
          </a>
        )}
      </nav>
      {isStaff && !entry.openToPublic && (
        <p className="warning" role="note">
          {texts.internalHint}
        </p>
      )}
      <div className="entry-columns">
        <article>
          <h1 lang="zh-CN">{entry.title}</h1>
          {around.tools}
          {entry.summary && (
            <section className="answer" aria-label={shared.answer}>
              <p lang="zh-CN">{entry.summary}</p>
              {entry.contact?.phone && (
                <p className="answer-phone">
                  {shared.phone} <PhoneNumber phone={entry.contact.phone} />
                </p>
              )}
            </section>
          )}
          <GoAndDo address={doneAt(entry.html)} language={language} />
          <Contents headings={headings} language={language} />
          <div className="text" lang="zh-CN" dangerouslySetInnerHTML={{ __html: html }} />
          <EntryFiles entry={entry} language={language} />
          {around.below}
          {related.length > 0 && (
            <section className="related">
              <h2>{shared.related}</h2>
              <ul>
                {related.map(({ id, number, title }) => (
                  <li key={id}>
                    <a href={`/e/${number}`} lang="zh-CN">
                      {title}
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </article>
        <aside className="card">
          <EntryFacts entry={entry} language={language} />
          {isStaff && (
            <p className="no-print">
              <a href={`/desk?entry=${entry.number}`}>{texts.inDesk}</a>
            </p>
          )}
          {around.beside}
        </aside>
      </div>
    </div>
  )
}

/** The way to the site where it is done, which is not this one. */
function GoAndDo({ address, language }: { address: string | null; language: Language }) {
  if (!address) return null
  const texts = entryPageTexts[language]
  return (
    <p className="go-do no-print">
      <a className="button" href={address} rel="noreferrer">
        {texts.goDo}
      </a>{' '}
      <small>{texts.goDoAt(new URL(address).host)}</small>
    </p>
  )
}

/** So many headings make a text long enough to be looked through. */
const fewest = 3

function Contents({ headings, language }: { headings: readonly Heading[]; language: Language }) {
  if (headings.length < fewest) return null
  const texts = entryPageTexts[language]
  return (
    <nav className="contents no-print" aria-labelledby="contents">
      <h2 id="contents">{texts.contents}</h2>
      <ol>
        {headings.map(({ id, text, level }) => (
          <li key={id} data-level={level}>
            <a href={`#${encodeURIComponent(id)}`} lang="zh-CN">
              {text}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
