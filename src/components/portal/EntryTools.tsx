import { dayOf } from '@/components/entryWords'
import { entryPageTexts } from '@/i18n/entryPage'
import type { Language } from '@/i18n/language'
import { sharedTexts } from '@/i18n/shared'
import type { Entry } from '@/reading/readEntry'
import { CopyAddress } from './CopyAddress'
import { QrCode } from './QrCode'

type Props = { entry: Entry; language: Language; address: string }

/** An answer's address, to be given to others. */
export function ShareAddress({ entry, language, address }: Props) {
  const texts = entryPageTexts[language]
  return (
    <section className="share no-print" aria-labelledby="share">
      <h2 id="share">{texts.share}</h2>
      <p className="share-address">
        <span className="quiet">{texts.address}</span> <span translate="no">{address}</span>
      </p>
      <CopyAddress language={language} address={address} />
      <details>
        <summary>{texts.qr}</summary>
        <QrCode text={address} label={texts.qrOf(entry.number)} />
        <p className="quiet">{texts.scan}</p>
      </details>
    </section>
  )
}

/** What a sheet of paper has to tell by itself: whose it is, where it is from, of which day. */
export function PrintFoot({ entry, language, address, now }: Props & { now: Date }) {
  const texts = entryPageTexts[language]
  const shared = sharedTexts[language]
  return (
    <div className="print-only print-foot">
      <QrCode text={address} label={texts.qrOf(entry.number)} />
      <div>
        <p>
          {shared.site} · {shared.siteLong}
        </p>
        <p>
          {texts.address} {address}
        </p>
        <p>
          {shared.number} {entry.number} · {shared.approvedOn(dayOf(entry.approvedAt, language))} ·{' '}
          {texts.printedOn(dayOf(now.toISOString(), language))}
        </p>
        <p>{texts.scan}</p>
      </div>
    </div>
  )
}
