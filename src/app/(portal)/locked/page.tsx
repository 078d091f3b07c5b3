import type { Metadata } from 'next'
import { pageLanguage, visitor } from '@/app/visitor'
import { Unlock } from '@/components/account/idle/Unlock'
import { idleLockTexts } from '@/i18n/idleLock'

export async function generateMetadata(): Promise<Metadata> {
  return { title: idleLockTexts[await pageLanguage()].title, robots: { index: false } }
}

/** Where a tab of desk or admin stands after nobody used it for a while. */
export default async function LockedPage() {
  const { person, language } = await visitor()
  const texts = idleLockTexts[language]
  return (
    <div className="narrow card">
      <h1>{texts.title}</h1>
      <p className="quiet">{texts.lead}</p>
      <Unlock language={language} signedIn={person?.id ?? null} />
    </div>
  )
}
