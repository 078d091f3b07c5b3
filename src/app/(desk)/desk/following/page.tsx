import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { pageLanguage, visitor } from '@/app/visitor'
import { deskPerson } from '@/components/desk/deskPerson'
import { DeskPageHeader } from '@/components/desk/DeskPageHeader'
import { FollowingForm } from '@/components/desk/FollowingForm'
import { unitChoices } from '@/components/unitChoices'
import { followingTexts } from '@/i18n/following'
import { sharedTexts } from '@/i18n/shared'
import { readTree } from '@/reading/readTree'
import { followingOf, mailAddressOf } from '@/workflow/telling/following'

export async function generateMetadata(): Promise<Metadata> {
  const language = await pageLanguage()
  return { title: `${followingTexts[language].title} · ${sharedTexts[language].site}` }
}

/** 关注: whose updates one is mailed, how often and where to. */
export default async function FollowingPage() {
  const { reader, payload, person, language } = await visitor()
  if (!person) redirect(`/login?to=${encodeURIComponent('/desk/following')}`)
  const [units, following, email] = await Promise.all([
    readTree(reader),
    followingOf(payload, person.id),
    mailAddressOf(payload, person.id),
  ])
  const texts = followingTexts[language]
  return (
    <div className="desk desk-page">
      <DeskPageHeader language={language} person={deskPerson(person, units)} />
      <main>
        <p>
          <a href="/desk/updates">{texts.back}</a>
        </p>
        <h1>{texts.title}</h1>
        <p className="quiet">{texts.about}</p>
        <FollowingForm
          language={language}
          choices={unitChoices(units, null)}
          following={following}
          email={email}
        />
      </main>
    </div>
  )
}
