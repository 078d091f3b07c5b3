import type { Metadata } from 'next'
import { pageLanguage, visitor } from '@/app/visitor'
import { SigningOut } from '@/components/account/SignOut'
import { accountTexts } from '@/i18n/portal'

export async function generateMetadata(): Promise<Metadata> {
  return { title: accountTexts[await pageLanguage()].signOut, robots: { index: false } }
}

export default async function LogoutPage() {
  const { language, person } = await visitor()
  const texts = accountTexts[language]
  return (
    <div className="narrow card">
      <h1>{texts.signOut}</h1>
      <p className="quiet" role="status">
        {texts.signingOut}
      </p>
      <SigningOut language={language} person={person?.id ?? null} />
    </div>
  )
}
