'use client'

import { useState } from 'react'
import { at } from '@/base'
import { type UnhelpfulReason, unhelpfulReasons } from '@/access/helpful'
import { htmlLang, type Language } from '@/i18n/language'
import { helpfulTexts } from '@/i18n/helpful'
import { reportFormTexts } from '@/i18n/reportForm'
import { PhoneNumber } from './PhoneNumber'

/** An opinion; why it did not help, where that was said. */
export type Said = { helpful: boolean; reason?: UnhelpfulReason | undefined }

type Props = {
  language: Language
  number: string
  phone: string | null
  /** What was said with the form that led to this page, without JavaScript; `failed` where it was refused. */
  said: Said | 'failed' | null
}

/**
 * 这条答案有帮助吗, and if not, why: plain forms; with JavaScript the page stays where it is. They stay there, to say
 * something else.
 */
export function Helpful({ language, number, phone, said: saidBefore }: Props) {
  const texts = helpfulTexts[language]
  const [said, setSaid] = useState(saidBefore === 'failed' ? null : saidBefore)
  const [isFailed, setIsFailed] = useState(saidBefore === 'failed')
  const address = `/api/public/entries/${number}/helpful`
  const say = async (opinion: Said) => {
    const isSaid = await send(address, opinion)
    setIsFailed(!isSaid)
    if (isSaid) setSaid(opinion)
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
            aria-pressed={said?.helpful === helpful}
            onClick={(event) => {
              event.preventDefault()
              void say({ helpful })
            }}
          >
            {helpful ? texts.yes : texts.no}
          </button>
        ))}
      </form>
      <div role="status">
        {said && <p>{said.reason ? texts.thanksFor(said.reason) : texts.thanks(said.helpful)}</p>}
        {said?.helpful === false && (
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
      {said?.helpful === false && (
        <form method="post" action={address} className="helpful-why" aria-labelledby="helpful-why">
          <p id="helpful-why">{texts.why}</p>
          <input type="hidden" name="helpful" value="false" />
          {unhelpfulReasons.map((reason) => (
            <button
              key={reason}
              type="submit"
              name="reason"
              value={reason}
              aria-pressed={said.reason === reason}
              onClick={(event) => {
                event.preventDefault()
                void say({ helpful: false, reason })
              }}
            >
              {texts.reasons[reason]}
            </button>
          ))}
        </form>
      )}
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

async function send(address: string, opinion: Said): Promise<boolean> {
  try {
    const response = await fetch(at(address), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(opinion),
    })
    return response.ok
  } catch {
    return false
  }
}
