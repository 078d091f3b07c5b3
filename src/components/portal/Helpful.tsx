'use client'

import { useState } from 'react'
import { htmlLang, type Language } from '@/i18n/language'
import { helpfulTexts } from '@/i18n/helpful'
import { PhoneNumber } from './EntryFacts'

type Props = {
  language: Language
  number: string
  phone: string | null
  /** What was said with the form on which this page was left, without JavaScript. */
  said: boolean | null
}

/** 这条答案有帮助吗: a plain form; with JavaScript the page stays where it is. */
export function Helpful({ language, number, phone, said: saidBefore }: Props) {
  const texts = helpfulTexts[language]
  const [said, setSaid] = useState(saidBefore)
  const [isAsked, setIsAsked] = useState(saidBefore === null)
  const [isFailed, setIsFailed] = useState(false)
  const address = `/api/public/entries/${number}/helpful`
  const say = async (helpful: boolean) => {
    const isSaid = await send(address, helpful)
    setIsFailed(!isSaid)
    if (!isSaid) return
    setSaid(helpful)
    setIsAsked(false)
  }
  return (
    <section
      id="helpful"
      className="helpful no-print"
      lang={htmlLang[language]}
      aria-labelledby="helpful-q"
    >
      <h2 id="helpful-q">{texts.question}</h2>
      <p role="status">
        {!isAsked && (
          <>
            {texts.thanks(said === true)}{' '}
            {said === false && <Call language={language} phone={phone} />}
          </>
        )}
      </p>
      {isFailed && (
        <p className="warning" role="alert">
          {texts.failed}
        </p>
      )}
      {isAsked ? (
        <form method="post" action={address}>
          {([true, false] as const).map((helpful) => (
            <button
              key={String(helpful)}
              type="submit"
              name="helpful"
              value={String(helpful)}
              aria-pressed={said === null ? undefined : said === helpful}
              onClick={(event) => {
                event.preventDefault()
                void say(helpful)
              }}
            >
              {helpful ? texts.yes : texts.no}
            </button>
          ))}
        </form>
      ) : (
        <a
          href={`/e/${number}#helpful`}
          onClick={(event) => {
            event.preventDefault()
            setIsAsked(true)
          }}
        >
          {texts.change}
        </a>
      )}
    </section>
  )
}

/** Whom to ask instead. */
function Call({ language, phone }: Pick<Props, 'language' | 'phone'>) {
  const texts = helpfulTexts[language]
  return (
    <>
      {phone && (
        <>
          {texts.callUnit} <PhoneNumber phone={phone} />
          {texts.or}
        </>
      )}
      {texts.call} <a href="tel:12345">12345</a>
      {texts.end}
    </>
  )
}

async function send(address: string, helpful: boolean): Promise<boolean> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ helpful }),
    })
    return response.ok
  } catch {
    return false
  }
}
