import { deskTexts } from '@/i18n/desk'
import type { Language } from '@/i18n/language'

type Props = {
  language: Language
  /** Keys of notes and calls work for agents alone, those of phrases for who says them. */
  takesNotes: boolean
  saysPhrases: boolean
}

const keysOfAgents = ['c', 't', 'z', 'u', 'F2', 'F4', 'F8', 'F9']

/** 键盘操作, folded away in a corner. */
export function Keys({ language, takesNotes, saysPhrases }: Props) {
  const texts = deskTexts[language]
  const isTheirs = (key: string) =>
    key === '1–9' ? saysPhrases : takesNotes || !keysOfAgents.includes(key)
  return (
    <details className="desk-keys">
      <summary>{texts.keys}</summary>
      <dl>
        {texts.keyList
          .filter(([key]) => isTheirs(key))
          .map(([key, meaning]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
      </dl>
    </details>
  )
}
