import { askingTexts } from '@/i18n/asking'
import type { Language } from '@/i18n/language'
import type { SearchAnswer } from '@/reading/searchAnswer'

type Props = { language: Language } & Pick<SearchAnswer, 'corrected' | 'dropped'>

/** What of the question was taken for something else, and what was not used. */
export function TakenFor({ language, corrected, dropped }: Props) {
  const texts = askingTexts[language]
  if (corrected.length === 0 && dropped.length === 0) return null
  return (
    <p className="taken-for" role="note">
      {corrected.map(({ typed, used }) => (
        <span key={typed}>{texts.corrected(typed, used)}</span>
      ))}
      {dropped.length > 0 && <span>{texts.dropped(dropped.join(texts.between))}</span>}
    </p>
  )
}
