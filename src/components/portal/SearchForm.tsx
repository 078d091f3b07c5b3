import { browsingTexts } from '@/i18n/browsing'
import type { Language } from '@/i18n/language'
import { portalTexts } from '@/i18n/portal'
import { PortalBox } from './PortalBox'

type Props = {
  language: Language
  words?: string
  /** On the page of a unit: what it answers for. Filters of a question before are never kept. */
  within?: { id: string; name: string }
}

/**
 * A plain form: searching needs no JavaScript; with it, it suggests. In a unit its first button, which Enter presses
 * too, keeps to the unit, and the second asks the whole city the same.
 */
export function SearchForm({ language, words = '', within }: Props) {
  const texts = portalTexts[language]
  const browsing = browsingTexts[language]
  return (
    <form className="search" action="/search" role="search">
      <label className={within ? 'search-within' : 'hidden'} htmlFor="q">
        {within ? browsing.inUnit(within.name) : texts.box}
      </label>
      <PortalBox language={language} words={words} within={within?.id} />
      {within ? (
        <button type="submit" name="unit" value={within.id}>
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
