'use client'

import { Button, useDocumentInfo, useForm } from '@payloadcms/ui'
import { useState, type ReactNode } from 'react'
import type {
  JudgedTrial,
  PlacementTrial as PlacementAnswer,
  TrialHit,
  TermTrial as TermAnswer,
} from '@/front/trial'
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
function Trial<Answer>({ path, body, children }: Props<Answer>) {
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
function JudgedTable({ judged }: { judged: JudgedTrial }) {
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

/** 试算 of a placement: the first hits of its query before and after, and the judged queries. */
export function PlacementTrial() {
  const { language } = useTexts()
  const texts = trialTexts[language]
  const { getData } = useForm()
  const { id } = useDocumentInfo()
  const body = () => {
    const { query, kind, entry, order, until } = getData()
    return { id, query, kind, entry, order, until }
  }
  return (
    <Trial<PlacementAnswer> path="/api/trial/placement" body={body}>
      {({ before, after, judged }) => (
        <>
          <div className="zk-trial__sides">
            <Hits title={texts.before} hits={before} others={after} mark={texts.leaves} />
            <Hits title={texts.after} hits={after} others={before} mark={texts.comes} />
          </div>
          <JudgedTable judged={judged} />
        </>
      )}
    </Trial>
  )
}

type HitsProps = {
  title: string
  hits: readonly TrialHit[]
  others: readonly TrialHit[]
  /** What is said of a hit that the other side has not. */
  mark: string
}

function Hits({ title, hits, others, mark }: HitsProps) {
  const { language } = useTexts()
  return (
    <section>
      <h2>{title}</h2>
      {hits.length === 0 && <p className="zk-soft">{trialTexts[language].nothing}</p>}
      <ol>
        {hits.map(({ id, number, title: question, unit }) => (
          <li key={id}>
            {question} <span className="zk-soft">{`${number} · ${unit}`}</span>{' '}
            {!others.some((other) => other.id === id) && <strong>{mark}</strong>}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** 试算 of words: what becomes of the judged queries they touch. */
export function TermTrial() {
  const { getData } = useForm()
  const { id } = useDocumentInfo()
  const body = () => {
    const { kind, words } = getData()
    return { id, kind, words }
  }
  return (
    <Trial<TermAnswer> path="/api/trial/terms" body={body}>
      {({ judged }) => <JudgedTable judged={judged} />}
    </Trial>
  )
}
