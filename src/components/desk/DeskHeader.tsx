import { SignOut } from '@/components/account/SignIn'
import { SiteMark } from '@/components/portal/SiteMark'
import { deskTexts } from '@/i18n/desk'
import type { Language } from '@/i18n/language'
import { sharedTexts } from '@/i18n/shared'

/** Who sits at the desk, as far as the desk needs to know. */
export type DeskPerson = {
  name: string
  unit: string
  unitName: string
  /** Agents copy a note for the work order. */
  takesNotes: boolean
  /** The centre may ask why a hit is where it is. */
  asksWhy: boolean
  hasAdmin: boolean
}

type Props = { language: Language; isDemo: boolean; person: DeskPerson }

export function DeskHeader({ language, isDemo, person }: Props) {
  const texts = deskTexts[language]
  const shared = sharedTexts[language]
  return (
    <header className="desk-header">
      <SiteMark language={language} href="/desk" />
      {isDemo && <p className="desk-demo">{shared.demo}</p>}
      <nav aria-label={texts.account}>
        <span className="desk-person" lang="zh-CN">
          {person.name}
          <small>{person.unitName}</small>
        </span>
        {person.hasAdmin && <a href="/admin">{texts.admin}</a>}
        <a href="/">{texts.portal}</a>
        <a href={`/language/${language === 'zh' ? 'en' : 'zh'}`}>{shared.otherLanguage}</a>
        <SignOut label={shared.signOut} />
      </nav>
    </header>
  )
}
