import { dayOf } from '@/components/entryWords'
import { entryPageTexts } from '@/i18n/entryPage'
import type { Language } from '@/i18n/language'
import { sharedTexts } from '@/i18n/shared'
import type { Entry } from '@/reading/readEntry'
import { Island } from './Island'
import { QrCode } from './QrCode'

type Props = {
  entry: Entry
  language: Language
  address: string
  /** What the site is called. */
  signature: string
  now: Date
}

/**
 * An answer's address, to be given to others, and what a sheet of paper has to tell by itself: whose it is, where it is
 * from, of which day. The code is drawn once: shown when it is asked for, and always on paper.
 */
export function ShareAddress({ entry, language, address, signature, now }: Props) {
  const texts = entryPageTexts[language]
  const shared = sharedTexts[language]
  return (
    <section className="share" aria-labelledby="share">
      <h2 id="share" className="no-print">
        {texts.share}
      </h2>
      <p className="share-address">
        <span className="quiet">{texts.address}</span> <span translate="no">{address}</span>
      </p>
      <Island of="CopyAddress" {...{ language, address }} />
      <details className="no-print">
        <summary>{texts.qr}</summary>
      </details>
      <div className="share-code">
        <QrCode text={address} label={texts.qrOf(entry.number)} />
        <p className="quiet">{texts.scan}</p>
      </div>
      <p className="print-only">
        {signature} · {shared.number} {entry.number} ·{' '}
        {shared.approvedOn(dayOf(entry.approvedAt, language))} ·{' '}
        {texts.printedOn(dayOf(now.toISOString(), language))}
      </p>
    </section>
  )
}
