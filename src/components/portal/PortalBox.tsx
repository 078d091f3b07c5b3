'use client'

import { useEffect, useRef, useState } from 'react'
import { SuggestBox } from '@/components/search/SuggestBox'
import type { Language } from '@/i18n/language'
import { portalTexts } from '@/i18n/portal'
import type { Within } from './SearchForm'

type Props = { language: Language; words: string; within?: Within }

/** The box of the search form; a suggestion that was chosen is searched for at once. */
export function PortalBox({ language, words, within }: Props) {
  const [value, setValue] = useState(words)
  const [chosen, setChosen] = useState('')
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const form = box.current?.form
    // Without its button a form on the page of a unit or a theme would not say which.
    if (chosen) form?.requestSubmit(form.querySelector<HTMLButtonElement>('[type=submit]'))
  }, [chosen])
  return (
    <SuggestBox
      id="q"
      name="q"
      language={language}
      box={box}
      from="/api/public/suggest"
      filters={within && `${within.by}=${within.value}`}
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
