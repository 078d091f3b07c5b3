import type { Language } from '@/i18n/language'
import { portalTexts } from '@/i18n/portal'
import { PortalBox } from './PortalBox'

type Props = {
  language: Language
  words?: string
  /** On the page of a unit: what it answers for. Filters of a question before are never kept. */
  within?: { id: string; name: string }
}

/** A plain form: searching needs no JavaScript; with it, it suggests. */
export function SearchForm({ language, words = '', within }: Props) {
  const texts = portalTexts[language]
  return (
    <form className="search" action="/search" role="search">
      <label className="hidden" htmlFor="q">
        {within ? texts.inUnit(within.name) : texts.box}
      </label>
      <PortalBox language={language} words={words} within={within} />
      {within && <input type="hidden" name="unit" value={within.id} />}
      <button type="submit">{texts.search}</button>
    </form>
  )
}
