import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { pageLanguage, visitor } from '@/app/visitor'
import { localPath } from '@/components/account/localPath'
import { SignInForm } from '@/components/account/SignInForm'
import { accountTexts } from '@/i18n/account'

type Props = { searchParams: Promise<{ to?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: accountTexts[await pageLanguage()].title, robots: { index: false } }
}

export default async function LoginPage({ searchParams }: Props) {
  const { to } = await searchParams
  const { person, language } = await visitor()
  const next = localPath(typeof to === 'string' ? to : undefined, '/desk')
  if (person) redirect(next)
  const texts = accountTexts[language]
  return (
    <div className="narrow card">
      <h1>{texts.title}</h1>
      <p className="quiet">{texts.lead}</p>
      <SignInForm language={language} to={next} />
    </div>
  )
}
