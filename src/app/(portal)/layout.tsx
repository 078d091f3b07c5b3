import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { visitor } from '@/app/visitor'
import { SiteMark } from '@/components/portal/SiteMark'
import { env } from '@/env'
import { browsingTexts } from '@/i18n/browsing'
import { htmlLang, type Language } from '@/i18n/language'
import { portalTexts } from '@/i18n/portal'
import { sharedTexts } from '@/i18n/shared'
import '../theme.css'
import '../asking.css'
import './portal.css'
import './lists.css'
import './results.css'
import './screens.css'
import './entry.css'
import '../steps.css'
import '../fields.css'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await visitor()
  const { site, siteLong } = sharedTexts[language]
  return {
    title: { default: `${site} · ${siteLong}`, template: `%s · ${site}` },
    icons: { icon: '/icon.svg' },
  }
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, themeColor: '#12426b' }

export default async function PortalLayout({ children }: { children: ReactNode }) {
  const { language, person } = await visitor()
  return (
    <html lang={htmlLang[language]}>
      <body>
        <PortalFrame language={language} reader={person?.name ?? null}>
          {children}
        </PortalFrame>
      </body>
    </html>
  )
}

type Props = { language: Language; reader: string | null; children: ReactNode }

/** What every portal page has around it. */
function PortalFrame({ language, reader, children }: Props) {
  const shared = sharedTexts[language]
  const texts = portalTexts[language]
  const browsing = browsingTexts[language]
  return (
    <>
      <a className="skip" href="#main">
        {shared.skip}
      </a>
      <header className="site-header">
        {env.isDemo && <p className="demo">{shared.demo}</p>}
        <div className="wide">
          <SiteMark language={language} />
          <nav aria-label={shared.site} className="site-nav">
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
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="site-footer">
        <div className="wide">
          <p>{texts.footer}</p>
          <p className="site-footer-links">
            <a href="tel:12345">12345</a>
            <a
              href={`/language/${language === 'zh' ? 'en' : 'zh'}`}
              lang={language === 'zh' ? 'en' : 'zh-CN'}
            >
              {shared.otherLanguage}
            </a>
          </p>
        </div>
      </footer>
    </>
  )
}
