import type { Language } from '@/i18n/language'
import { portalTexts } from '@/i18n/portal'

type Props = {
  language: Language
  words?: string
  /** Filters to keep, as hidden fields. */
  kept?: Record<string, string | undefined>
}

/** A plain form: searching needs no JavaScript. */
export function SearchForm({ language, words = '', kept = {} }: Props) {
  const texts = portalTexts[language]
  return (
    <form className="search" action="/search" role="search">
      <label className="hidden" htmlFor="q">
        {texts.box}
      </label>
      <input
        id="q"
        name="q"
        type="search"
        defaultValue={words}
        placeholder={texts.example}
        maxLength={200}
        autoComplete="off"
        enterKeyHint="search"
      />
      {Object.entries(kept).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <button type="submit">{texts.search}</button>
    </form>
  )
}
