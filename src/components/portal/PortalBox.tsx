'use client'

import { useEffect, useRef, useState } from 'react'
import { SuggestBox } from '@/components/search/SuggestBox'
import type { Language } from '@/i18n/language'
import { portalTexts } from '@/i18n/portal'

type Props = { language: Language; words: string; within?: string }

/** The box of the search form; a suggestion that was chosen is searched for at once. */
export function PortalBox({ language, words, within }: Props) {
  const [value, setValue] = useState(words)
  const [chosen, setChosen] = useState('')
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const form = box.current?.form
    // Without its button a form on a unit's page would not say which unit.
    if (chosen) form?.requestSubmit(form.querySelector<HTMLButtonElement>('[type=submit]'))
  }, [chosen])
  return (
    <SuggestBox
      id="q"
      name="q"
      language={language}
      box={box}
      from="/api/public/suggest"
      filters={within && `unit=${within}`}
      value={value}
      onChange={setValue}
      onChosen={(text) => {
        setValue(text)
        setChosen(text)
      }}
      placeholder={portalTexts[language].example}
      maxLength={200}
      enterKeyHint="search"
    />
  )
}
