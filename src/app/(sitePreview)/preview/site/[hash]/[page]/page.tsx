import { sitePages } from '@/access/site'
import { MissingPage } from '@/app/(portal)/MissingPage'
import { pageLanguage } from '@/app/visitor'
import { Hero } from '@/components/portal/Hero'
import { SitePageText } from '@/components/portal/SitePageText'
import { siteViewTexts } from '@/i18n/siteView'
import { sitePageNames } from '@/i18n/sitePages'
import { previewedSite } from '../previewed'

type Props = { params: Promise<{ hash: string; page: string }> }

/** A version of the site as citizens would see it: the head of the first page, or one of the pages of text. */
export default async function SitePreviewPage({ params }: Props) {
  const { hash, page: asked } = await params
  const [site, language] = await Promise.all([previewedSite(hash), pageLanguage()])
  const page = sitePages.find((one) => one === asked)
  if (!site || (!page && asked !== 'home')) return <MissingPage />
  const texts = siteViewTexts[language]
  return (
    <>
      <nav className="wide site-previews" aria-label={texts.preview}>
        <p className="warning">{texts.previewNote}</p>
        <ul className="chips">
          {(['home', ...sitePages] as const).map((one) => (
            <li key={one}>
              <a
                href={`/preview/site/${hash}/${one}`}
                aria-current={one === asked ? 'page' : undefined}
              >
                {one === 'home' ? texts.home : sitePageNames[language][one]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {page ? (
        <SitePageText {...{ page, site, language }} />
      ) : (
        <Hero site={site} language={language} />
      )}
    </>
  )
}
