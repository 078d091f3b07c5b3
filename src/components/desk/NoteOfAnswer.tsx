'use client'

import { useState } from 'react'
import { deskTexts } from '@/i18n/desk'
import { deskReportTexts } from '@/i18n/deskReport'
import type { Language } from '@/i18n/language'
import type { Entry } from '@/reading/readEntry'
import { answerOf } from '@/reading/spoken'
import { ask } from './ask'
import { foundNote } from './callNote'
import { copyText } from './copyText'
import { CopyByHand } from './CopyByHand'

type Props = { language: Language; number: string }

/** The note for the work order of the call on which the answer was missing, once there is one. */
export function NoteOfAnswer({ language, number }: Props) {
  const texts = deskTexts[language]
  const [said, setSaid] = useState('')
  const [byHand, setByHand] = useState<string | null>(null)
  const done = () => setSaid(texts.copied.note(number))

  async function copy() {
    setByHand(null)
    const path = `/api/entries/${encodeURIComponent(number)}`
    const answered = await ask<Entry>(path, new AbortController().signal)
    if ('failure' in answered) {
      const { failure } = answered
      return setSaid(
        failure === 'gone' || failure === 'expired'
          ? texts.notCopied[failure]
          : deskReportTexts[language][failure === 'offline' ? 'noteOffline' : 'noteFailed'],
      )
    }
    const answer = answerOf(answered.data)
    if (!answer) return setSaid(texts.noAnswer)
    const note = foundNote([{ ...answered.data, answer }])
    if (await copyText(note)) return done()
    setByHand(note)
  }

  return (
    <>
      <p>
        <button type="button" className="desk-copy" onClick={() => void copy()}>
          {texts.copyNote}
        </button>{' '}
        <span role="status">{said}</span>
      </p>
      {byHand !== null && (
        <CopyByHand {...{ language }} text={byHand} onDone={done} onEnd={() => setByHand(null)} />
      )}
    </>
  )
}
