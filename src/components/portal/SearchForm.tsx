import { browsingTexts } from '@/i18n/browsing'
import type { Language } from '@/i18n/language'
import { portalTexts } from '@/i18n/portal'
import { Island } from './Island'

type Props = {
  language: Language
  words?: string
  /** On the page of a unit or a theme: what is found there. Filters of a question before are never kept. */
  within?: Within
}

/** What a box keeps to, as an address says it, and its name. */
export type Within = { by: 'unit' | 'theme'; value: string; name: string }

/**
 * A plain form: searching needs no JavaScript; with it, it suggests. In a unit or theme its first button, which Enter
 * presses too, keeps to it, and the second asks the whole city the same.
 */
export function SearchForm({ language, words = '', within }: Props) {
  const texts = portalTexts[language]
  const browsing = browsingTexts[language]
  return (
    <form className="search" action="/search" role="search">
      <label className={within ? 'search-within' : 'hidden'} htmlFor="q">
        {within ? browsing.within(within.name) : texts.box}
      </label>
      <Island of="PortalBox" {...{ language, words, within }} />
      {within ? (
        <button type="submit" name={within.by} value={within.value}>
          {texts.search}
        </button>
      ) : (
        <button type="submit">{texts.search}</button>
      )}
      {within && (
        <button type="submit" className="plain">
          {browsing.wholeCity}
        </button>
      )}
    </form>
  )
}
