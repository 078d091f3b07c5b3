'use client'

import { useDocumentInfo, useForm } from '@payloadcms/ui'
import type { PlacementTrial as Answer, TrialHit } from '@/front/trial/trialAnswer'
import { trialTexts } from '@/i18n/records'
import { useTexts } from '../useTexts'
import { JudgedTable, Trial } from './Trial'

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
    <Trial<Answer> path="/api/trial/placement" body={body}>
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
