import { askingTexts } from '@/i18n/asking'
import type { Language } from '@/i18n/language'
import type { SearchAnswer } from '@/reading/searchAnswer'
import type { Range } from '@/search/types'

type MarkedProps = { text: string; ranges: readonly Range[] }

/** The text with what matched marked; ranges are in UTF-16 units, as JavaScript slices. */
export function Marked({ text, ranges }: MarkedProps) {
  const parts = []
  let at = 0
  for (const [from, to] of ranges) {
    if (from < at || to <= from || to > text.length) continue
    parts.push(text.slice(at, from), <mark key={from}>{text.slice(from, to)}</mark>)
    at = to
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  )
}

type TakenForProps = { language: Language } & Pick<SearchAnswer, 'corrected' | 'dropped'>

/** What of the question was taken for something else, and what was not used. */
export function TakenFor({ language, corrected, dropped }: TakenForProps) {
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
