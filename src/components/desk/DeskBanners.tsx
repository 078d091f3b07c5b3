import { deskTexts } from '@/i18n/desk'
import { deskScreenTexts } from '@/i18n/deskScreen'
import { deskReportTexts } from '@/i18n/deskReport'
import type { Language } from '@/i18n/language'
import type { Reports } from './useReporting'

type Props = {
  language: Language
  isExpired: boolean
  isLost: boolean
  isDegraded: boolean
  /** Where one comes back to after signing in. */
  address: string
  onRetry: () => void
  /** Reports that were not taken, and how to see the first. */
  unsent: Reports['unsent']
}

/** What is wrong with the whole desk now. */
export function DeskBanners({ language, isExpired, isLost, address, unsent, ...more }: Props) {
  const { isDegraded, onRetry } = more
  const texts = deskTexts[language]
  const screen = deskScreenTexts[language]
  return (
    <>
      {isExpired && (
        <p className="warning desk-banner" role="alert">
          {texts.expired}{' '}
          <a href={`/login?to=${encodeURIComponent(address)}`}>{texts.signInAgain}</a>
        </p>
      )}
      {isLost && (
        <p className="warning desk-banner desk-lost" role="alert">
          {screen.lost}{' '}
          <button type="button" className="plain" onClick={onRetry}>
            {screen.again}
          </button>
        </p>
      )}
      {unsent.count > 0 && (
        <p className="warning desk-banner" role="alert">
          {deskReportTexts[language].unsent(unsent.count)}{' '}
          <button type="button" className="plain" onClick={unsent.open}>
            {deskReportTexts[language].openUnsent}
          </button>
        </p>
      )}
      {isDegraded && <p className="warning desk-banner">{texts.degraded}</p>}
    </>
  )
}
