import type { SitePage } from '@/access/site'
import { accessibilityTexts } from '@/i18n/accessibilityPage'
import { htmlLang, type Language } from '@/i18n/language'
import { pageText, sitePageNames } from '@/i18n/sitePages'
import type { ShownSite } from './shownSite'
import { SiteText } from './SiteText'

type Props = { page: SitePage; site: ShownSite; language: Language }

/** 关于, 隐私, 无障碍: what the centre wrote, or what every site says; the last with its keys, which are as they are. */
export function SitePageText({ page, site, language }: Props) {
  const { text, language: written } = pageText(site.content, page, language)
  return (
    <div className="wide site-text">
      <h1>{sitePageNames[language][page]}</h1>
      <div lang={htmlLang[written]}>
        <SiteText text={text} />
      </div>
      {page === 'accessibility' && <QuickKeys language={language} />}
    </div>
  )
}

function QuickKeys({ language }: { language: Language }) {
  const texts = accessibilityTexts[language]
  return (
    <>
      <section>
        <h2>{texts.keysHeading}</h2>
        <p>{texts.keysLead}</p>
        <table>
          <thead>
            <tr>
              <th scope="col">{texts.key}</th>
              <th scope="col">{texts.does}</th>
            </tr>
          </thead>
          <tbody>
            {texts.keys.map(([key, does]) => (
              <tr key={key}>
                <td>
                  <kbd>{key}</kbd>
                </td>
                <td>{does}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p>
        {texts.contact}
        <a href="tel:12345">12345</a>
      </p>
    </>
  )
}
