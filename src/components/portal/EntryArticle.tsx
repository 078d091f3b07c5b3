import type { ReactNode } from 'react'
import { categoryName } from '@/components/entryWords'
import { PhoneNumber } from '@/components/portal/EntryFacts'
import type { Language } from '@/i18n/language'
import { portalTexts } from '@/i18n/portal'
import { sharedTexts } from '@/i18n/shared'
import type { EntrySummary } from '@/reading/entrySummary'
import type { Entry } from '@/reading/readEntry'
import { EntryFacts, EntryFiles } from './EntryFacts'

type Props = {
  entry: Entry
  /** What stands beside it. */
  related: readonly EntrySummary[]
  language: Language
  isStaff: boolean
  /** What is asked of readers below the answer. */
  question?: ReactNode
}

/** An answer as its reader sees it: question, answer, details, and who answers for it. */
export function EntryArticle({ entry, related, language, isStaff, question }: Props) {
  const shared = sharedTexts[language]
  const texts = portalTexts[language]
  return (
    <div className="wide entry">
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
        <article lang="zh-CN">
          <h1>{entry.title}</h1>
          {entry.summary && (
            <section className="answer" aria-label={shared.answer}>
              <p>{entry.summary}</p>
              {entry.contact?.phone && (
                <p className="answer-phone">
                  {shared.phone} <PhoneNumber phone={entry.contact.phone} />
                </p>
              )}
            </section>
          )}
          <div className="text" dangerouslySetInnerHTML={{ __html: entry.html }} />
          <EntryFiles entry={entry} language={language} />
          {question}
          {related.length > 0 && (
            <section className="related">
              <h2>{shared.related}</h2>
              <ul>
                {related.map(({ id, number, title }) => (
                  <li key={id}>
                    <a href={`/e/${number}`}>{title}</a>
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
        </aside>
      </div>
    </div>
  )
}
