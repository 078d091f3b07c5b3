import type { Metadata } from 'next'
import { pageLanguage } from '@/app/visitor'
import { SigningOut } from '@/components/account/SignIn'
import { accountTexts } from '@/i18n/portal'

export async function generateMetadata(): Promise<Metadata> {
  return { title: accountTexts[await pageLanguage()].signOut, robots: { index: false } }
}

export default async function LogoutPage() {
  const texts = accountTexts[await pageLanguage()]
  return (
    <div className="narrow card">
      <h1>{texts.signOut}</h1>
      <p className="quiet" role="status">
        {texts.signingOut}
      </p>
      <SigningOut />
    </div>
  )
}
