import type { Language } from '@/i18n/language'
import { portalTexts } from '@/i18n/portal'
import { PortalBox } from './PortalBox'

type Props = {
  language: Language
  words?: string
  /** Filters to keep, as hidden fields. */
  kept?: Record<string, string | number | undefined>
}

/** A plain form: searching needs no JavaScript; with it, it suggests. */
export function SearchForm({ language, words = '', kept = {} }: Props) {
  const texts = portalTexts[language]
  return (
    <form className="search" action="/search" role="search">
      <label className="hidden" htmlFor="q">
        {texts.box}
      </label>
      <PortalBox language={language} words={words} filters={filtersOf(kept)} />
      {Object.entries(kept).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <button type="submit">{texts.search}</button>
    </form>
  )
}

function filtersOf(kept: NonNullable<Props['kept']>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(kept)) if (value) query.set(name, String(value))
  return query.toString()
}
