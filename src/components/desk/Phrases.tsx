import type { Language } from '@/i18n/language'
import { phraseTexts, situationNames } from '@/i18n/phrases'
import type { SaidPhrase } from './usePhrases'

type Props = {
  language: Language
  phrases: readonly SaidPhrase[]
  onCopy: (phrase: SaidPhrase) => void
}

/** 规范用语 to be said now, each copied by its key or a click; what is urgent stands out and is shown whole. */
export function Phrases({ language, phrases, onCopy }: Props) {
  const texts = phraseTexts[language]
  if (phrases.length === 0) return null
  return (
    <ul className="desk-phrases" aria-label={texts.title}>
      {phrases.map((phrase) => (
        <li key={phrase.id} data-situation={phrase.situation}>
          <button
            type="button"
            className="desk-phrase"
            title={`${situationNames[phrase.situation][language]} · ${texts.copy}\n${phrase.text}`}
            onClick={() => onCopy(phrase)}
          >
            <span lang="zh-CN">{phrase.text}</span>
            {phrase.key && <kbd>{phrase.key}</kbd>}
          </button>
        </li>
      ))}
    </ul>
  )
}
