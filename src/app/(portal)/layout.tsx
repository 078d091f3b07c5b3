import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { visitor } from '@/app/visitor'
import { PortalFrame } from '@/components/portal/PortalFrame'
import { htmlLang } from '@/i18n/language'
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
