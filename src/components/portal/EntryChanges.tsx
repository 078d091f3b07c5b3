import { ChangedWords } from '@/components/desk/UpdateList'
import { dayOf } from '@/components/entryWords'
import { entryPageTexts } from '@/i18n/entryPage'
import type { Language } from '@/i18n/language'
import type { EntryChange } from '@/reading/entryChanges'
import { withoutNumbers } from '@/workflow/findings/personalNumbers'

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
            <ChangedWords changes={changes.map(withoutPersons)} language={language} />
          </li>
        ))}
      </ol>
    </details>
  )
}

/** A number of somebody may be why a word was struck out. */
function withoutPersons({ field, parts }: EntryChange['changes'][number]) {
  const masked = parts.map((part) =>
    part.change === 'removed' ? { ...part, text: withoutNumbers(part.text) } : part,
  )
  return { field, parts: masked }
}
