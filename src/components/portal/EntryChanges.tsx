import { ChangedWords } from '@/components/desk/UpdateList'
import { dayOf } from '@/components/entryWords'
import { entryPageTexts } from '@/i18n/entryPage'
import type { Language } from '@/i18n/language'
import type { EntryChange } from '@/reading/entryChanges'

type Props = { changes: readonly EntryChange[]; language: Language }

/** What the unit changed of an answer, word by word, the newest first. */
export function EntryChanges({ changes, language }: Props) {
  const [latest] = changes
  if (!latest) return null
  const texts = entryPageTexts[language]
  return (
    <details className="changes no-print">
      <summary>{texts.changed(dayOf(latest.at, language))}</summary>
      <h2>{texts.changedTitle}</h2>
      <ol>
        {changes.map(({ at, changes }) => (
          <li key={at}>
            <h3>{texts.changedOn(dayOf(at, language))}</h3>
            <ChangedWords changes={changes} language={language} />
          </li>
        ))}
      </ol>
    </details>
  )
}
