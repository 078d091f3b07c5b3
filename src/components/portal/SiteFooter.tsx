import { type ReactNode } from 'react'
import { quickKeys } from '@/i18n/accessibility'
import { htmlLang, labelled, type Language } from '@/i18n/language'
import { sharedTexts } from '@/i18n/shared'
import { footerTexts, sitePageNames } from '@/i18n/sitePages'
import { Dialled } from '../Dialled'
import type { ShownSite } from './shownSite'

type Props = { language: Language; site: ShownSite }

/** Who answers for the site, and where it is filed; the ways to its pages of text. */
export function SiteFooter({ language, site }: Props) {
  const other = language === 'zh' ? 'en' : 'zh'
  const names = sitePageNames[language]
  return (
    <footer className="site-footer">
      <div className="wide">
        <div>
          <p>{site.note}</p>
          <FooterLines language={language} site={site} />
        </div>
        <p className="site-footer-links">
          <a href="tel:12345">12345</a>
          <a href="/about">{names.about}</a>
          <a href="/privacy">{names.privacy}</a>
          <a href="/accessibility" accessKey={quickKeys.help}>
            {names.accessibility}
          </a>
          <a href={`/language/${other}`} lang={htmlLang[other]}>
            {sharedTexts[language].otherLanguage}
          </a>
        </p>
      </div>
    </footer>
  )
}

function FooterLines({ language, site: { content } }: Props) {
  const texts = footerTexts[language]
  const { hostedBy, operatedBy, contact, siteCode, icp, police } = content
  const units = [
    ...(['hostedBy', 'operatedBy'] as const).map((key) => [texts[key], content[key]] as const),
  ].filter(([, value]) => value !== '')
  if (![hostedBy, operatedBy, contact, siteCode, icp, police].some(Boolean)) return null
  return (
    <div className="site-footer-lines" lang="zh-CN">
      {units.length > 0 && (
        <p>
          {units.map(([name, value]) => (
            <Told key={name} {...{ language, name }}>
              {value}
            </Told>
          ))}
        </p>
      )}
      {contact !== '' && (
        <p>
          <Told language={language} name={texts.contact}>
            <Dialled words={contact} isAboutPhones />
          </Told>
        </p>
      )}
      <Filings>
        {siteCode !== '' && (
          <Told language={language} name={texts.siteCode}>
            {siteCode}
          </Told>
        )}
        {icp !== '' && (
          <a href="https://beian.miit.gov.cn/" rel="noreferrer">
            {icp}
          </a>
        )}
        {police !== '' && (
          <a href={policeAddress(police)} rel="noreferrer">
            {police}
          </a>
        )}
      </Filings>
    </div>
  )
}

type ToldProps = { language: Language; name: string; children: ReactNode }

/** Its name is the page's word, what it is was written in Chinese. */
const Told = ({ language, name, children }: ToldProps) => (
  <span>
    <span lang={htmlLang[language]}>{labelled(language, name, '|').slice(0, -1)}</span>
    {children}
  </span>
)

const Filings = ({ children }: { children: ReactNode[] }) =>
  children.some(Boolean) ? <p>{children}</p> : null

/** Where 公安备案 is looked up by its number. */
const policeAddress = (police: string): string =>
  `https://beian.mps.gov.cn/#/query/webSearch?code=${/\d{14}/.exec(police)?.[0] ?? ''}`
