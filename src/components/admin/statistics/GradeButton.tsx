'use client'

import { useState } from 'react'
import { reportTexts } from '@/i18n/reports'
import { useTexts } from '../useTexts'
import { Asking, Choice, Sentence } from './ReportActions'

type Props = {
  decision: string
  /** What was withdrawn. */
  of: string
  /** How it was graded before. */
  before: { isGrave: boolean; sentence: string } | null
}

/** The centre grades a withdrawal for wrong content, or grades it again. */
export function GradeButton({ decision, of, before }: Props) {
  const texts = reportTexts[useTexts().language]
  const [isGrave, setIsGrave] = useState(before?.isGrave ?? null)
  const [sentence, setSentence] = useState(before?.sentence ?? '')
  return (
    <Asking
      button={before ? texts.gradeAgain : texts.grade}
      of={of}
      title={texts.gradeTitle}
      done={texts.graded}
      path={`/api/gradings/${decision}`}
      body={() => ({ isGrave, sentence })}
    >
      <p>{of}</p>
      <Choice
        name="isGrave"
        label={texts.isGrave}
        options={[texts.grave, texts.minor]}
        value={isGrave}
        onChange={setIsGrave}
      />
      <Sentence label={texts.gradeSentence} value={sentence} onChange={setSentence} />
    </Asking>
  )
}
