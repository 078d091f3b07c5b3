'use client'

import type { Language } from '@/i18n/language'
import type { Entry } from '@/reading/readEntry'
import { DeskEntry } from './DeskEntry'

/** One entry of the desk by itself; nothing of it leads away but links of the text. */
export function DeskPreview({ language, entry }: { language: Language; entry: Entry | null }) {
  const stay = () => undefined
  return (
    <main className="desk-preview">
      <DeskEntry
        language={language}
        number="-"
        entry={entry}
        related={entry?.related ?? []}
        failure={entry ? null : 'gone'}
        takesNotes={false}
        byHand={null}
        onCopy={stay}
        onByHandEnd={stay}
        onBack={stay}
        onOpen={stay}
      />
    </main>
  )
}
