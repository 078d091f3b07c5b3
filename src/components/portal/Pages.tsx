import type { Language } from '@/i18n/language'
import { sharedTexts } from '@/i18n/shared'

type Props = {
  language: Language
  page: number
  last: number
  addressOf: (page: number) => string
}

/** Where one is in a long list, and the way on. */
export function Pages({ language, page, last, addressOf }: Props) {
  if (last <= 1) return null
  const texts = sharedTexts[language]
  return (
    <nav className="pages" aria-label={texts.pages}>
      {page > 1 && (
        <a href={addressOf(page - 1)} rel="prev">
          {texts.previous}
        </a>
      )}
      <span aria-current="page">{texts.pageOf(page, last)}</span>
      {page < last && (
        <a href={addressOf(page + 1)} rel="next">
          {texts.next}
        </a>
      )}
    </nav>
  )
}
