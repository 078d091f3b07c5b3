import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { pageLanguage } from '@/app/visitor'
import { at } from '@/base'
import { deskTexts } from '@/i18n/desk'
import { htmlLang } from '@/i18n/language'
import { sharedTexts } from '@/i18n/shared'
import '../theme.css'
import '../asking.css'
import '../(portal)/results.css'
import '../(portal)/entry.css'
import '../steps.css'
import './desk.css'
import './standing.css'
import './box.css'
import './found.css'
import './phrases.css'
import './reports.css'
import './answer.css'
import './sections.css'
import './resting.css'
import './calls.css'
import './updates.css'
import '../fields.css'
import '../(portal)/dark.css'
import './dark.css'

export async function generateMetadata(): Promise<Metadata> {
  const language = await pageLanguage()
  return {
    title: `${deskTexts[language].title} · ${sharedTexts[language].site}`,
    icons: { icon: at('/icon.svg') },
    robots: { index: false, follow: false },
  }
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, themeColor: '#12426b' }

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const language = await pageLanguage()
  return (
    <html lang={htmlLang[language]}>
      <body className="desk-body">{children}</body>
    </html>
  )
}
