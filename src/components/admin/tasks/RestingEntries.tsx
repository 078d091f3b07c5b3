'use client'

import { Link, useDocumentInfo } from '@payloadcms/ui'
import { documentTexts } from '@/i18n/documents'
import { taskTexts } from '@/i18n/tasks'
import type { BasisReview } from '@/workflow/tasks/documents'
import { useAnswer } from '../ask'
import { useTexts } from '../useTexts'

type Answer = { entries: { number: string; title: string }[]; reviews: BasisReview[] }

/** Which entries online rest on the document that is open, and how the reviews stand that it asked for. */
export function RestingEntries() {
  const { language } = useTexts()
  const texts = documentTexts[language]
  const tasks = taskTexts[language]
  const { id } = useDocumentInfo()
  const { data, problem } = useAnswer<Answer>(id ? `/api/documents/${id}/entries` : null)
  return (
    <section className="field-type zk-resting">
      <h2>{texts.resting}</h2>
      {problem && <p className="zk-error">{texts.failed}</p>}
      {!problem && !data && <p className="zk-soft">{texts.loading}</p>}
      {data?.entries.length === 0 && <p className="zk-soft">{texts.none}</p>}
      <ul>
        {data?.entries.map(({ number, title }) => (
          <li key={number}>
            <a href={`/e/${number}`}>
              {number} {title}
            </a>
          </li>
        ))}
      </ul>
      {data && data.reviews.length > 0 && (
        <>
          <h2>{texts.reviews}</h2>
          <ul className="zk-rows">
            {data.reviews.map(({ id, entry, unit, state, due, outcome }) => (
              <li key={id}>
                <Link href={`/admin/tasks/${id}`} prefetch={false}>
                  {entry} {unit}
                </Link>
                <span className="zk-soft">
                  {outcome
                    ? tasks.outcomes[outcome]
                    : `${tasks.states[state]} · ${tasks.due} ${due}`}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
