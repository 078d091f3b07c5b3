'use client'

import { useDocumentInfo } from '@payloadcms/ui'
import { documentTexts } from '@/i18n/documents'
import { useAnswer } from '../ask'
import { useTexts } from '../useTexts'

type Answer = { entries: { number: string; title: string }[] }

/** Which entries online rest on the document that is open. */
export function RestingEntries() {
  const texts = documentTexts[useTexts().language]
  const { id } = useDocumentInfo()
  const { data, problem } = useAnswer<Answer>(id ? `/api/documents/${id}/entries` : null)
  return (
    <section className="field-type zk-resting">
      <h3>{texts.resting}</h3>
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
    </section>
  )
}
