'use client'

import { useEffect, useRef, useState } from 'react'
import { SuggestBox } from '@/components/search/SuggestBox'
import type { Language } from '@/i18n/language'
import { portalTexts } from '@/i18n/portal'

type Props = { language: Language; words: string; within?: { id: string; name: string } }

/** The box of the search form; a suggestion that was chosen is searched for at once. */
export function PortalBox({ language, words, within }: Props) {
  const texts = portalTexts[language]
  const [value, setValue] = useState(words)
  const [chosen, setChosen] = useState('')
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (chosen) box.current?.form?.requestSubmit()
  }, [chosen])
  return (
    <SuggestBox
      id="q"
      name="q"
      language={language}
      box={box}
      from="/api/public/suggest"
      filters={within && `unit=${within.id}`}
      value={value}
      onChange={setValue}
      onChosen={(text) => {
        setValue(text)
        setChosen(text)
      }}
      placeholder={within ? texts.inUnit(within.name) : texts.example}
      maxLength={200}
      enterKeyHint="search"
    />
  )
}
