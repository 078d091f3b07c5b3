import { deskTexts } from '@/i18n/desk'
import { deskScreenTexts } from '@/i18n/deskScreen'
import type { Language } from '@/i18n/language'

type Props = {
  language: Language
  isExpired: boolean
  isLost: boolean
  isDegraded: boolean
  /** Where one comes back to after signing in. */
  address: string
  onRetry: () => void
}

/** What is wrong with the whole desk now. */
export function DeskBanners({ language, isExpired, isLost, isDegraded, address, onRetry }: Props) {
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
      {isDegraded && <p className="warning desk-banner">{texts.degraded}</p>}
    </>
  )
}
