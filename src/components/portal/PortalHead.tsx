import { env } from '@/env'
import { quickKeys, viewTexts, type View } from '@/i18n/accessibility'
import { browsingTexts } from '@/i18n/browsing'
import type { Language } from '@/i18n/language'
import { portalTexts } from '@/i18n/portal'
import { sharedTexts } from '@/i18n/shared'
import { Island } from './Island'
import type { ShownSite } from './shownSite'
import { SiteMark } from './SiteMark'

/** The ways about a page for whoever goes by keyboard: seen when they are reached, and each has a key of its own. */
export function Skips({ language }: { language: Language }) {
  const texts = viewTexts[language]
  return (
    <nav className="skips" aria-label={texts.skips}>
      <a className="skip" href="#main" accessKey={quickKeys.main}>
        {texts.toMain}
      </a>
      <a className="skip" href="#nav" accessKey={quickKeys.navigation}>
        {texts.toNavigation}
      </a>
      {/* Of these two one is there: where a page has a box of its own, it leads to that. */}
      <a className="skip skip-to-box" href="#q" accessKey={quickKeys.search}>
        {texts.toSearch}
      </a>
      <a className="skip skip-to-search" href="/search#q" accessKey={quickKeys.search}>
        {texts.toSearch}
      </a>
    </nav>
  )
}

type Props = {
  language: Language
  view: View | null
  site: ShownSite
  reader: string | null
}

/** What stands above every portal page. */
export function PortalHead({ language, view, site, reader }: Props) {
  const shared = sharedTexts[language]
  const texts = portalTexts[language]
  const browsing = browsingTexts[language]
  return (
    <header className="site-header">
      {env.isDemo && <p className="demo">{shared.demo}</p>}
      <ViewBar language={language} view={view} />
      <div className="wide">
        <SiteMark site={site} />
        <nav id="nav" tabIndex={-1} aria-label={site.name} className="site-nav">
          <a href="/">{shared.home}</a>
          <a href="/search">{texts.browse}</a>
          <a href="/notices">{browsing.notices}</a>
          <a href="/cases">{browsing.cases}</a>
          <a href="/contacts">{browsing.contacts}</a>
          {reader === null ? (
            <a href="/login">{shared.signIn}</a>
          ) : (
            <a href="/desk" title={reader}>
              {shared.desk}
            </a>
          )}
        </nav>
      </div>
    </header>
  )
}

/** 长辈版: plain links, so that it works without JavaScript. */
function ViewBar({ language, view }: Pick<Props, 'language' | 'view'>) {
  const texts = viewTexts[language]
  return (
    <nav className="view-bar" aria-label={texts.bar}>
      <div className="wide">
        <a href={`/view/${view ? 'usual' : 'elder'}`} accessKey={quickKeys.view}>
          {view ? texts.usual : texts.elder}
        </a>
        {view === 'elder' && <a href="/view/larger">{texts.larger}</a>}
        {view === 'larger' && <a href="/view/elder">{texts.smaller}</a>}
        {view && <Island of="ReadAloud" language={language} />}
      </div>
    </nav>
  )
}
