'use client'

import { useState } from 'react'
import { at } from '@/base'
import { htmlLang, type Language } from '@/i18n/language'
import { helpfulTexts } from '@/i18n/helpful'
import { reportFormTexts } from '@/i18n/reportForm'
import { PhoneNumber } from './EntryFacts'

type Props = {
  language: Language
  number: string
  phone: string | null
  /** What was said with the form that led to this page, without JavaScript; `failed` where it was refused. */
  said: boolean | 'failed' | null
}

/** 这条答案有帮助吗: a plain form; with JavaScript the page stays where it is. It stays there, to say something else. */
export function Helpful({ language, number, phone, said: saidBefore }: Props) {
  const texts = helpfulTexts[language]
  const [said, setSaid] = useState(saidBefore === 'failed' ? null : saidBefore)
  const [isFailed, setIsFailed] = useState(saidBefore === 'failed')
  const address = `/api/public/entries/${number}/helpful`
  const say = async (helpful: boolean) => {
    const isSaid = await send(address, helpful)
    setIsFailed(!isSaid)
    if (isSaid) setSaid(helpful)
  }
  return (
    <section
      id="helpful"
      className="helpful no-print"
      lang={htmlLang[language]}
      aria-labelledby="helpful-question"
    >
      <h2 id="helpful-question">{texts.question}</h2>
      <form method="post" action={address}>
        {([true, false] as const).map((helpful) => (
          <button
            key={String(helpful)}
            type="submit"
            name="helpful"
            value={String(helpful)}
            aria-pressed={said === helpful}
            onClick={(event) => {
              event.preventDefault()
              void say(helpful)
            }}
          >
            {helpful ? texts.yes : texts.no}
          </button>
        ))}
      </form>
      <div role="status">
        {said !== null && <p>{texts.thanks(said)}</p>}
        {said === false && (
          <>
            {phone && (
              <p>
                {texts.callUnit} <PhoneNumber phone={phone} />
              </p>
            )}
            <p>
              {texts.call} <a href="tel:12345">12345</a>
            </p>
          </>
        )}
      </div>
      {isFailed && (
        <p className="warning" role="alert">
          {texts.failed}
        </p>
      )}
      <p>
        <a href={`/report?entry=${number}`}>{reportFormTexts[language].wrong}</a>
      </p>
    </section>
  )
}

async function send(address: string, helpful: boolean): Promise<boolean> {
  try {
    const response = await fetch(at(address), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ helpful }),
    })
    return response.ok
  } catch {
    return false
  }
}
