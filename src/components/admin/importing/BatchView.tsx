'use client'

import { Link } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import { importPageTexts } from '@/i18n/importPage'
import { sharedTexts } from '@/i18n/shared'
import { secondOf } from '@/shanghaiDay'
import type { Choice } from '@/workflow/tree/readUnits'
import { Empty } from '../parts'
import { useTexts } from '../useTexts'
import { BatchActions } from './BatchActions'
import { importPath, isWorkedOn, stepOf, type Batch, type Overwrite } from './batches'
import { PlanForm } from './PlanForm'
import { Rows } from './Rows'
import { Steps } from './Steps'
import { useImport, type Take } from './useImport'
import { Working } from './Working'

type Props = { id: string; units: readonly Choice[] | null }

/** A batch on its way: its columns, the dry run, and what became of its rows. */
export function BatchView({ id, units }: Props) {
  const { texts: shared, language } = useTexts()
  const texts = importPageTexts[language]
  const { batch, refused, take } = useImport(id, language)
  if (!batch) {
    if (refused === 'missing') {
      return (
        <Empty said={texts.missing}>
          <Link href={importPath}>{texts.another}</Link>
        </Empty>
      )
    }
    return <p role="status">{refused ? shared.failed : texts.loading}</p>
  }
  return (
    <>
      <Steps at={stepOf(batch)} texts={texts} />
      {refused && (
        <p className="zk-error" role="alert">
          {shared.failed}
        </p>
      )}
      <Stands {...{ batch, units, take }} />
    </>
  )
}

function Stands({ batch, units, take }: { batch: Batch; take: Take } & Pick<Props, 'units'>) {
  const { language } = useTexts()
  const texts = importPageTexts[language]
  const [overwrite, setOverwrite] = useState<Overwrite>([])
  const heading = useHeading(batch.state)
  const { state } = batch
  const isPlannable = state === 'read' || state === 'planned'
  const form = (
    <PlanForm key={state} {...{ batch, units, take }} onPlanned={() => setOverwrite([])} />
  )
  const unanswered = batch.unitsAsked.filter(({ answer }) => answer === null).length
  return (
    <>
      <section className="zk-panel" aria-labelledby="import-batch">
        <h2 id="import-batch" ref={heading} tabIndex={-1}>
          {batch.name} <span className="zk-tag">{texts.states[state]}</span>
        </h2>
        <p className="zk-soft">
          {sharedTexts[language].library[batch.library]} ·{' '}
          {texts.factsOf(batch.total, sizeOf(batch.size), batch.by.name, secondOf(batch.at))} ·{' '}
          <Link href={importPath}>{texts.another}</Link>
        </p>
        {batch.notes.map((note) => (
          <p key={note.zh} className="zk-notice">
            {note[language]}
          </p>
        ))}
        {isWorkedOn(batch) && <Working {...{ batch, take }} />}
        {state !== 'read' && !isWorkedOn(batch) && <BatchActions {...{ batch, overwrite, take }} />}
      </section>
      {state === 'read' && form}
      {isPlannable && state !== 'read' && (
        <details className="zk-import__again">
          <summary>
            {texts.planOpen}
            {unanswered > 0 && texts.unanswered(unanswered)}
          </summary>
          {form}
        </details>
      )}
      {state !== 'read' && state !== 'planning' && (
        <Rows {...{ batch, overwrite }} onOverwrite={setOverwrite} />
      )}
    </>
  )
}

/** The button that was pressed is gone with the state: who works by keyboard goes on from the heading. */
function useHeading(state: string) {
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(state)
  useEffect(() => {
    if (before.current === state) return
    before.current = state
    if (document.activeElement === document.body) heading.current?.focus()
  }, [state])
  return heading
}

const sizeOf = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
