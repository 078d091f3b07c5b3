import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { pageLanguage, visitor } from '@/app/visitor'
import { localPath } from '@/app/(portal)/address'
import { SignInForm } from '@/components/account/SignIn'
import { accountTexts } from '@/i18n/portal'

/** `redirect` is what Payload's own pages call it. */
type Asked = Partial<Record<'to' | 'redirect' | 'expired', string | string[]>>
type Props = { searchParams: Promise<Asked> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: accountTexts[await pageLanguage()].title, robots: { index: false } }
}

export default async function LoginPage({ searchParams }: Props) {
  const { to, redirect: wanted, expired } = await searchParams
  const { person, language } = await visitor()
  const asked = to ?? wanted
  const next = localPath(typeof asked === 'string' ? asked : undefined, '/desk')
  if (person) redirect(next)
  const texts = accountTexts[language]
  return (
    <div className="narrow card">
      <h1>{texts.title}</h1>
      <p className="quiet">{expired ? texts.expired : texts.lead}</p>
      <SignInForm language={language} to={next} />
      <p className="quiet">{texts.forgot}</p>
    </div>
  )
}
