'use client'

import { useState } from 'react'
import { browsingTexts } from '@/i18n/browsing'
import type { Language } from '@/i18n/language'
import { portalTexts } from '@/i18n/portal'
import { isFound, wordsTyped } from './findable'

type Props = {
  language: Language
  words: string
  /** How many of them the page shows as it came. */
  found: number
}

/**
 * The box above the directory: a plain form that asks for the page anew; with JavaScript what is typed leaves of the
 * units that stand there those it names.
 */
export function ContactFinder({ language, words, found: foundBefore }: Props) {
  const texts = browsingTexts[language]
  const [found, setFound] = useState(foundBefore)
  const [typed, setTyped] = useState(words)
  const find = (value: string) => {
    setTyped(value)
    setFound(leave(value))
  }
  return (
    <>
      <form className="search" action="/contacts" role="search">
        <label className="hidden" htmlFor="q">
          {texts.contactsBox}
        </label>
        <div className="suggesting">
          <input
            id="q"
            name="q"
            type="search"
            autoComplete="off"
            maxLength={100}
            placeholder={texts.contactsExample}
            value={typed}
            onChange={({ target, nativeEvent }) => {
              // Half a syllable of an input method names nobody.
              if ((nativeEvent as InputEvent).isComposing) setTyped(target.value)
              else find(target.value)
            }}
            onCompositionEnd={({ currentTarget }) => find(currentTarget.value)}
          />
        </div>
        <button type="submit">{portalTexts[language].search}</button>
      </form>
      <p className="quiet" role="status">
        {found === 0 && typed ? texts.noContacts(typed) : texts.contactsFound(found)}
      </p>
      {found === 0 && typed && (
        <p>
          <a href="/contacts">{texts.everyContact}</a>
        </p>
      )}
    </>
  )
}

/**
 * Hides what is not named and groups of which nothing is left; how many units are. Groups are each `[data-group]`, of
 * units, each with what it is found by in `data-find` (ContactList.tsx).
 */
function leave(typed: string): number {
  const words = wordsTyped(typed)
  let found = 0
  for (const group of document.querySelectorAll<HTMLElement>('[data-group]')) {
    const units = [...group.querySelectorAll<HTMLElement>('[data-find]')]
    for (const unit of units) unit.hidden = !isFound(unit.dataset.find ?? '', words)
    const left = units.filter((unit) => !unit.hidden).length
    group.hidden = left === 0
    found += left
  }
  return found
}
