import type { ReactNode } from 'react'
import { env } from '@/env'
import type { Language } from '@/i18n/language'
import { portalTexts } from '@/i18n/portal'
import { sharedTexts } from '@/i18n/shared'
import { SiteMark } from './SiteMark'

type Props = { language: Language; reader: string | null; children: ReactNode }

/** What every portal page has around it. */
export function PortalFrame({ language, reader, children }: Props) {
  const shared = sharedTexts[language]
  const texts = portalTexts[language]
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
            <a href="/api/openapi.json">{texts.api}</a>
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
