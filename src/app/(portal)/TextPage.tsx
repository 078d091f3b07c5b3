import type { Metadata } from 'next'
import type { SitePage } from '@/access/site'
import { canonical } from '@/app/(portal)/address'
import { siteNow } from '@/app/siteNow'
import { pageLanguage } from '@/app/visitor'
import { SitePageText } from '@/components/portal/SitePageText'
import { pageText, sitePageNames } from '@/i18n/sitePages'

const longestDescription = 160

export async function textMetadata(page: SitePage): Promise<Metadata> {
  const [{ content }, language] = await Promise.all([siteNow(), pageLanguage()])
  const [first = ''] = pageText(content, page, language).text.split('\n')
  return {
    title: sitePageNames[language][page],
    description: first.replace(/^[#-] /, '').slice(0, longestDescription),
    ...canonical(`/${page}`),
  }
}

/** A page of text of the site. */
export async function TextPage({ page }: { page: SitePage }) {
  const [site, language] = await Promise.all([siteNow(), pageLanguage()])
  return <SitePageText {...{ page, site, language }} />
}
