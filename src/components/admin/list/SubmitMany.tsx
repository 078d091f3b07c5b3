'use client'

import { useEffect, useState } from 'react'
import type { Library } from '@/access/rules'
import { fill } from '@/i18n/adminTexts'
import { countedIn, findingPhrases, type Counts } from '@/i18n/findingTexts'
import { stepNames } from '@/i18n/stepNames'
import { stepTexts } from '@/i18n/stepTexts'
import { ask } from '../ask'
import { QuestionDialog } from '../steps/QuestionDialog'
import type { StepDialogProps } from '../steps/StepDialog'
import { useTexts } from '../useTexts'

type Flagged = { id: string; number: string; title: string; counts: Counts }

/** So many are looked at in one request. */
const atOnce = 50

/** 提交审批 of several: what stands out in them is shown before, each with a way into its text. */
export function SubmitMany(props: StepDialogProps & { ids: readonly string[] }) {
  const { step, entry, ids, problem, onClose, onTake } = props
  const { language } = useTexts()
  const texts = findingPhrases[language]
  const { flagged, isLooking, failure } = useFlagged(entry.library, ids)
  return (
    <QuestionDialog
      title={stepNames[step][language]}
      action={stepNames[step][language]}
      problem={failure || problem}
      isBusy={isLooking}
      onClose={onClose}
      onSubmit={() => onTake({})}
    >
      <p>{stepTexts[language][step]?.ask}</p>
      <div role="status">
        {isLooking && <p className="zk-soft">{texts.looking}</p>}
        {!isLooking && flagged.length === 0 && !failure && <p className="zk-soft">{texts.none}</p>}
        {flagged.length > 0 && (
          <section className="zk-notice zk-notice--warm" aria-label={texts.heading}>
            <strong>{fill(texts.inSeveral, { n: flagged.length })}</strong>
            <ul className="zk-refused">
              {flagged.map(({ id, number, title, counts }) => (
                <li key={id}>
                  <a href={`/admin/collections/${entry.library}/${id}`} target="_blank">
                    {number} {title}
                  </a>
                  <br />
                  {countedIn(language, counts)}
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </QuestionDialog>
  )
}

/** Looks as soon as the dialog opens; what is closed meanwhile is asked no further. */
function useFlagged(library: Library, ids: readonly string[]) {
  const { texts, language } = useTexts()
  const [flagged, setFlagged] = useState<Flagged[]>([])
  const [isLooking, setIsLooking] = useState(true)
  const [failure, setFailure] = useState('')
  const all = ids.join()
  useEffect(() => {
    const closed = new AbortController()
    const { signal } = closed
    void look(all.split(','))
    return () => closed.abort()

    async function look(chosen: string[]) {
      for (let from = 0; from < chosen.length && !signal.aborted; from += atOnce) {
        const body = { ids: chosen.slice(from, from + atOnce) }
        const path = `/api/${library}/findings`
        const outcome = await ask<{ flagged: Flagged[] }>(path, {
          ...{ method: 'POST', body, language, signal },
        })
        if (signal.aborted) return
        if (!outcome.ok) setFailure(outcome.detail || texts.failed)
        else setFlagged((before) => [...before, ...outcome.data.flagged])
      }
      setIsLooking(false)
    }
  }, [library, all, language, texts.failed])
  return { flagged, isLooking, failure }
}
