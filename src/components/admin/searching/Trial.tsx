'use client'

import { Button } from '@payloadcms/ui'
import { useState, type ReactNode } from 'react'
import type { JudgedTrial } from '@/front/trial/trialAnswer'
import { fill } from '@/i18n/adminTexts'
import { trialTexts } from '@/i18n/records'
import { ask } from '../ask'
import { useTexts } from '../useTexts'

type Props<Answer> = {
  path: string
  /** What stands in the form now. */
  body: () => unknown
  children: (answer: Answer) => ReactNode
}

/** Shows what saving would do. Saves nothing, and refuses nothing. */
export function Trial<Answer>({ path, body, children }: Props<Answer>) {
  const { texts: common, language } = useTexts()
  const texts = trialTexts[language]
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [status, setStatus] = useState('')

  async function run() {
    setStatus(texts.working)
    const asked = await ask<Answer>(path, { method: 'POST', body: body(), language })
    setAnswer(asked.ok ? asked.data : null)
    setStatus(asked.ok ? '' : asked.detail || common.failed)
  }
  return (
    <section className="field-type zk-trial" aria-label={texts.title}>
      <Button type="button" buttonStyle="secondary" margin={false} onClick={() => void run()}>
        {texts.title}
      </Button>
      <p className="zk-soft">{texts.about}</p>
      <p role="status">{status}</p>
      {answer && children(answer)}
    </section>
  )
}

/** The judged queries that a change touches: where their right entry stands, and what stands first. */
export function JudgedTable({ judged }: { judged: JudgedTrial }) {
  const { language } = useTexts()
  const texts = trialTexts[language]
  const { queries, touched, mrr } = judged
  const place = (at: number | null) => (at === null ? texts.notFound : fill(texts.place, { n: at }))
  if (!mrr) return <p>{texts.none}</p>
  return (
    <>
      <p>
        {fill(texts.mrr, {
          n: queries,
          before: mrr.before.toFixed(3),
          after: mrr.after.toFixed(3),
        })}
      </p>
      {touched.length === 0 ? (
        <p>{texts.untouched}</p>
      ) : (
        <table className="zk-trial__table">
          <caption>{texts.touched}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.query}</th>
              <th scope="col">{texts.before}</th>
              <th scope="col">{texts.after}</th>
              <th scope="col">{texts.first}</th>
            </tr>
          </thead>
          <tbody>
            {touched.map(({ query, before, after, firstBefore, firstAfter }) => (
              <tr key={query}>
                <th scope="row">{query}</th>
                <td>{place(before)}</td>
                <td>{place(after)}</td>
                <td>
                  {firstBefore === firstAfter
                    ? texts.same
                    : `${firstBefore ?? texts.nothing} → ${firstAfter ?? texts.nothing}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
