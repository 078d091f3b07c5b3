'use client'

import { useId, useState } from 'react'
import { latestEnd } from '@/access/bulletins'
import { type StepRule, steps } from '@/access/rules'
import { bulletinRefusals, bulletinSteps, bulletinTexts } from '@/i18n/bulletins'
import { labelled } from '@/i18n/language'
import { stepNames } from '@/i18n/steps'
import { QuestionDialog } from '../Dialog'
import { momentOf } from '../dates'
import { useTexts } from '../useTexts'
import { ReasonField, type StepDialogProps } from './fields'

const day = 24 * 60 * 60 * 1000

/** As a field of the browser's own writes a moment, in the city's time. */
const written = (at: Date | string): string =>
  momentOf(new Date(at).toISOString()).replace(' ', 'T')
const instantOf = (typed: string): string => new Date(`${typed}:00+08:00`).toISOString()

/** A week ahead at the end of a working day, where nothing was said before. */
const usual = (now: number): string =>
  `${written(new Date(now + 7 * day)).slice(0, 'YYYY-MM-DD'.length)}T18:00`

/** 启动预案: the sentence for the desks and its end; 调整结束时间: another end. */
export function BulletinDialog({ step, entry, isBusy, problem, onClose, onTake }: StepDialogProps) {
  const { language } = useTexts()
  const texts = bulletinTexts[language]
  const id = useId()
  const { needs }: StepRule = steps[step]
  const asksSentence = needs.includes('briefing')
  const [now] = useState(() => Date.now())
  const [sentence, setSentence] = useState('')
  const [until, setUntil] = useState(entry.activeUntil ? written(entry.activeUntil) : usual(now))
  const [missing, setMissing] = useState('')

  function submit() {
    const given = sentence.trim()
    const slip = asksSentence && !given ? 'sentence' : until ? null : 'until'
    setMissing(slip ? bulletinRefusals[slip][language] : '')
    if (slip) return
    onTake({ ...(asksSentence ? { sentence: given } : {}), until: instantOf(until) })
  }
  return (
    <QuestionDialog
      title={labelled(language, stepNames[step][language], entry.title)}
      action={stepNames[step][language]}
      problem={missing || problem}
      isBusy={isBusy}
      onClose={onClose}
      onSubmit={submit}
    >
      <p>{bulletinSteps[language][step]?.ask}</p>
      {asksSentence && (
        <>
          <ReasonField
            label={texts.sentence}
            value={sentence}
            isMissing={missing !== '' && sentence.trim() === ''}
            onChange={setSentence}
          />
          <p className="zk-soft">{texts.sentenceHint}</p>
        </>
      )}
      <label htmlFor={id}>{texts.end}</label>
      <input
        id={id}
        type="datetime-local"
        name="until"
        required
        min={written(new Date(now))}
        max={written(latestEnd(now))}
        value={until}
        onChange={(event) => setUntil(event.target.value)}
      />
    </QuestionDialog>
  )
}
