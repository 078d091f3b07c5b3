import { deskEntryTexts } from '@/i18n/deskEntry'
import type { Language } from '@/i18n/language'

type Props = {
  language: Language
  said: string
  /** What can be taken back, and how; null where nothing can. */
  offered: string
  undo: (() => void) | null
}

/** What was just done, and for ten seconds 撤销 where it can be taken back. */
export function Toast({ language, said, offered, undo }: Props) {
  const words = [...new Set([offered, said])].filter(Boolean)
  return (
    <div className="toast" data-shown={words.length > 0 ? '' : undefined}>
      <p role="status">
        {words.map((one) => (
          <span key={one}>{one}</span>
        ))}
      </p>
      {undo && (
        <button type="button" className="toast-undo" onClick={undo}>
          {deskEntryTexts[language].undo} <kbd>x</kbd>
        </button>
      )}
    </div>
  )
}
