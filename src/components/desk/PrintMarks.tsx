import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { dayOf } from '@/components/entryWords'
import { deskEntryTexts } from '@/i18n/deskEntry'
import type { Language } from '@/i18n/language'
import { sharedTexts } from '@/i18n/shared'
import type { Entry } from '@/reading/readEntry'
import { fullName } from '@/reading/spoken'
import { secondOf } from '@/shanghaiDay'

type Props = { language: Language; entry: Entry; reader: string }

/**
 * What a print says beside the entry: whose site, number, unit, when it was approved and when it was printed; of what is
 * not open to citizens who printed it, over each page too.
 */
export function PrintMarks({ language, entry, reader }: Props) {
  const texts = deskEntryTexts[language]
  const shared = sharedTexts[language]
  const printedAt = usePrintedAt()
  const by = entry.openToPublic ? null : `${texts.printedBy} ${reader}`
  const at = printedAt && `${texts.printedAt} ${printedAt}`
  return (
    <div className="print-marks" aria-hidden="true">
      <p>
        {[
          ...[shared.siteLong, entry.number, fullName(entry.unit)],
          ...[shared.approvedOn(dayOf(entry.approvedAt, language)), at, by],
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {by && <p className="print-watermark">{[reader, printedAt].filter(Boolean).join(' ')}</p>}
    </div>
  )
}

/** When the page is being printed, however that was asked for. */
function usePrintedAt(): string {
  const [at, setAt] = useState('')
  useEffect(() => {
    const note = () => flushSync(() => setAt(secondOf(new Date().toISOString())))
    window.addEventListener('beforeprint', note)
    return () => window.removeEventListener('beforeprint', note)
  }, [])
  return at
}
