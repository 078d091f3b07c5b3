import type { Metadata } from 'next'
import { pageLanguage, visitor } from '@/app/visitor'
import { localPath } from '@/app/(portal)/address'
import { PasswordForm } from '@/components/account/PasswordForm'
import { accountTexts } from '@/i18n/portal'

type Props = { searchParams: Promise<{ to?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: accountTexts[await pageLanguage()].change.title, robots: { index: false } }
}

export default async function PasswordPage({ searchParams }: Props) {
  const { to } = await searchParams
  const { language, person } = await visitor()
  const texts = accountTexts[language].change
  return (
    <div className="narrow card">
      <h1>{texts.title}</h1>
      <p className="quiet">{person ? texts.usual : texts.lead}</p>
      <PasswordForm
        language={language}
        to={localPath(typeof to === 'string' ? to : undefined, '/desk')}
      />
    </div>
  )
}
