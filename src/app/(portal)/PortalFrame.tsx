import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { visitor } from '@/app/visitor'
import { PortalHead, Skips } from '@/components/portal/PortalHead'
import type { ShownSite } from '@/components/portal/shownSite'
import { SiteFooter } from '@/components/portal/SiteFooter'
import { isView, viewCookie, type View } from '@/i18n/accessibility'
import { htmlLang } from '@/i18n/language'
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
import './site.css'
import './dark.css'
import './elder.css'

type Props = { site: ShownSite; children: ReactNode }

/** What stands around every page of the portal, with the texts and looks of this site. */
export async function PortalFrame({ site, children }: Props) {
  const { language, person } = await visitor()
  const view = await pageView()
  return (
    <html lang={htmlLang[language]} data-view={view ?? undefined}>
      <head>
        <link rel="service-desc" href="/api/openapi.json" type="application/json" />
        {site.css && <style dangerouslySetInnerHTML={{ __html: site.css }} />}
      </head>
      <body>
        <Skips language={language} />
        <PortalHead {...{ language, view, site }} reader={person?.name ?? null} />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <SiteFooter language={language} site={site} />
      </body>
    </html>
  )
}

/** 长辈版, where the reader chose it. */
async function pageView(): Promise<View | null> {
  const chosen = (await cookies()).get(viewCookie)?.value
  return isView(chosen) ? chosen : null
}
