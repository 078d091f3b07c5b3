'use client'

import { useState, type FormEvent } from 'react'
import { at } from '@/base'
import { longestSentence } from '@/access/tasks'
import { htmlLang, type Language } from '@/i18n/language'
import { reportFormTexts } from '@/i18n/reportForm'

type Props = { language: Language } & (
  | { kind: 'corrections'; entry: string; query?: undefined }
  | { kind: 'gaps'; entry?: undefined; query: string }
)

/** A citizen tells of what is wrong or missing: a plain form; with JavaScript what was refused stays where it is. */
export function ReportForm({ language, kind, entry, query }: Props) {
  const texts = reportFormTexts[language]
  const address = `/api/public/${kind}`
  const [state, setState] = useState<'writing' | 'sending' | 'sent' | 'failed'>('writing')

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const sent = Object.fromEntries(
      [...new FormData(event.currentTarget)].filter(([, value]) => value !== ''),
    )
    setState('sending')
    setState((await isTaken(address, sent)) ? 'sent' : 'failed')
  }

  if (state === 'sent') return <Thanks language={language} />
  return (
    <form
      className="report"
      method="post"
      action={address}
      lang={htmlLang[language]}
      onSubmit={(event) => void send(event)}
    >
      {kind === 'corrections' ? (
        <>
          <input type="hidden" name="entry" value={entry} />
          <label>
            {texts.sentence}
            <textarea name="sentence" rows={5} maxLength={longestSentence} required />
          </label>
        </>
      ) : (
        <>
          <label>
            {texts.query}
            <input type="text" name="query" maxLength={200} required defaultValue={query} />
          </label>
          <label>
            {texts.words}
            <textarea name="words" rows={4} maxLength={longestSentence} />
          </label>
        </>
      )}
      <p className="quiet">{texts.note}</p>
      {state === 'failed' && (
        <p className="warning" role="alert">
          {texts.failed}
        </p>
      )}
      <button type="submit" className="button" disabled={state === 'sending'}>
        {texts.send}
      </button>
    </form>
  )
}

export function Thanks({ language }: { language: Language }) {
  const texts = reportFormTexts[language]
  return (
    <div role="status">
      <p>{texts.sent}</p>
      <p>
        {texts.call} <a href="tel:12345">12345</a>
      </p>
    </div>
  )
}

async function isTaken(address: string, sent: object): Promise<boolean> {
  try {
    const response = await fetch(at(address), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(sent),
    })
    return response.ok
  } catch {
    return false
  }
}
