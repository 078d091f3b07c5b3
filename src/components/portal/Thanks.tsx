import type { Language } from '@/i18n/language'
import { reportFormTexts } from '@/i18n/reportForm'

/** It is on record; with its receipt, how to hear the end of it. */
export function Thanks({ language, receipt }: { language: Language; receipt: string }) {
  const texts = reportFormTexts[language]
  return (
    <div role="status">
      <p>{texts.sent}</p>
      {receipt && (
        <p>
          <a href={`/report?receipt=${encodeURIComponent(receipt)}`}>{texts.follow}</a>
          <br />
          <small>{texts.keep}</small>
        </p>
      )}
      <p>
        {texts.call} <a href="tel:12345">12345</a>
      </p>
    </div>
  )
}
