'use client'

import { useState } from 'react'
import { reportTexts } from '@/i18n/reports'
import { useTexts } from '../useTexts'
import { Asking, Choice, Sentence } from './ReportActions'

/** The centre grades a withdrawal for wrong content. */
export function GradeButton({ decision, of }: { decision: string; of: string }) {
  const texts = reportTexts[useTexts().language]
  const [isGrave, setIsGrave] = useState<boolean | null>(null)
  const [sentence, setSentence] = useState('')
  return (
    <Asking
      button={texts.grade}
      of={of}
      title={texts.gradeTitle}
      done={texts.graded}
      path={`/api/gradings/${decision}`}
      body={() => ({ isGrave, sentence })}
    >
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
