import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { at } from '@/base'
import { visitor } from '@/app/visitor'
import { PortalHead, Skips } from '@/components/portal/PortalHead'
import { isView, viewCookie, viewTexts, quickKeys, type View } from '@/i18n/accessibility'
import { htmlLang } from '@/i18n/language'
import { portalTexts } from '@/i18n/portal'
import { sharedTexts } from '@/i18n/shared'
import '../theme.css'
import '../asking.css'
import './portal.css'
import './lists.css'
import './results.css'
import './browsing.css'
import './screens.css'
import './entry.css'
import './judging.css'
import './ways.css'
import './entryPage.css'
import '../steps.css'
import '../fields.css'
import './dark.css'
import './elder.css'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await visitor()
  const { site, siteLong } = sharedTexts[language]
  return {
    title: { default: `${site} · ${siteLong}`, template: `%s · ${site}` },
    description: portalTexts[language].lead,
    icons: { icon: [{ url: at('/favicon.ico'), sizes: '48x48' }, { url: at('/icon.svg') }] },
  }
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, themeColor: '#12426b' }

export default async function PortalLayout({ children }: { children: ReactNode }) {
  const { language, person } = await visitor()
  const view = await pageView()
  const other = language === 'zh' ? 'en' : 'zh'
  const texts = portalTexts[language]
  return (
    <html lang={htmlLang[language]} data-view={view ?? undefined}>
      <head>
        <link rel="service-desc" href="/api/openapi.json" type="application/json" />
      </head>
      <body>
        <Skips language={language} />
        <PortalHead language={language} view={view} reader={person?.name ?? null} />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <footer className="site-footer">
          <div className="wide">
            <p>{texts.footer}</p>
            <p className="site-footer-links">
              <a href="tel:12345">12345</a>
              <a href="/accessibility" accessKey={quickKeys.help}>
                {viewTexts[language].help}
              </a>
              <a href={`/language/${other}`} lang={htmlLang[other]}>
                {sharedTexts[language].otherLanguage}
              </a>
            </p>
          </div>
        </footer>
      </body>
    </html>
  )
}

/** 长辈版, where the reader chose it. */
async function pageView(): Promise<View | null> {
  const chosen = (await cookies()).get(viewCookie)?.value
  return isView(chosen) ? chosen : null
}
