'use client'

import { useState, type FormEvent } from 'react'
import { at } from '@/base'
import { longestSentence } from '@/access/tasks'
import { htmlLang, type Language } from '@/i18n/language'
import { reportFormTexts } from '@/i18n/reportForm'
import { Thanks } from './Thanks'

type Props = { language: Language } & (
  | { kind: 'corrections'; entry: string; query?: undefined }
  | { kind: 'gaps'; entry?: undefined; query: string }
)

/** A citizen tells of what is wrong or missing: a plain form; with JavaScript what was refused stays where it is. */
export function ReportForm({ language, kind, entry, query }: Props) {
  const texts = reportFormTexts[language]
  const address = `/api/public/${kind}`
  const [isSending, setIsSending] = useState(false)
  const [problem, setProblem] = useState('')
  const [receipt, setReceipt] = useState<string | null>(null)

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const sent = Object.fromEntries(
      [...new FormData(event.currentTarget)].filter(([, value]) => value !== ''),
    )
    setIsSending(true)
    const answer = await answerTo(language, address, sent)
    setIsSending(false)
    if ('receipt' in answer) setReceipt(answer.receipt)
    else setProblem(answer.refusal || texts.failed)
  }

  if (receipt !== null) return <Thanks {...{ language, receipt }} />
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
      {problem && (
        <p className="warning" role="alert">
          {problem}
        </p>
      )}
      <button type="submit" className="button" disabled={isSending}>
        {texts.send}
      </button>
    </form>
  )
}

/** Its receipt; or why it was not taken, empty where that is not said. */
async function answerTo(
  language: Language,
  address: string,
  sent: object,
): Promise<{ receipt: string } | { refusal: string }> {
  try {
    const response = await fetch(at(address), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': language },
      body: JSON.stringify(sent),
    })
    const { receipt, detail } = (await response.json()) as { receipt?: unknown; detail?: unknown }
    if (!response.ok) return { refusal: typeof detail === 'string' ? detail : '' }
    return { receipt: typeof receipt === 'string' ? receipt : '' }
  } catch {
    return { refusal: '' }
  }
}
