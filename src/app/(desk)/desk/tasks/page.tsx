import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { pageLanguage, visitor } from '@/app/visitor'
import { deskPerson, takesNotes } from '@/components/desk/deskPerson'
import { DeskPageHeader } from '@/components/desk/DeskPageHeader'
import { OwnTasks } from '@/components/desk/OwnTasks'
import { deskReportTexts } from '@/i18n/deskReport'
import { sharedTexts } from '@/i18n/shared'
import { readTree } from '@/reading/readTree'
import { readTasks, tasksOnPage } from '@/workflow/tasks/readTasks'
import { markToldRead } from '@/workflow/tasks/toldOf'

type Props = { searchParams: Promise<{ page?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  const language = await pageLanguage()
  return { title: `${deskReportTexts[language].own} · ${sharedTexts[language].site}` }
}

/** 我的上报: what became of what one told of. */
export default async function OwnTasksPage({ searchParams }: Props) {
  const [{ reader, payload, person, language }, asked] = await Promise.all([
    visitor(),
    searchParams,
  ])
  if (!person) redirect(`/login?to=${encodeURIComponent('/desk/tasks')}`)
  const page = Math.max(1, Math.min(1_000, Number(asked.page) || 1))
  const [units, { tasks, total }] = await Promise.all([
    readTree(reader),
    readTasks(payload, person, { own: 'true', page }),
  ])
  await markToldRead(payload, person.id, new Date())
  const texts = deskReportTexts[language]
  return (
    <div className="desk desk-page">
      <DeskPageHeader language={language} person={deskPerson(person, units)} />
      <main>
        <p>
          <a href="/desk">{texts.back}</a>
        </p>
        <h1>{texts.own}</h1>
        <p className="quiet">{texts.ownAbout}</p>
        <OwnTasks
          {...{ language, tasks, page }}
          takesNotes={takesNotes(person)}
          last={Math.ceil(total / tasksOnPage)}
        />
      </main>
    </div>
  )
}
