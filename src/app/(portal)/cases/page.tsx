import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { addressWith, canonical, isBeyond, parametersOf, type Search } from '@/app/(portal)/address'
import { asCitizen } from '@/app/(portal)/asCitizen'
import { pageLanguage } from '@/app/visitor'
import { NewsList } from '@/components/portal/NewsList'
import { browsingTexts } from '@/i18n/browsing'
import { listEntries, pageSize } from '@/reading/listEntries'

type Props = { searchParams: Search }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [language, { page }] = await Promise.all([pageLanguage(), parametersOf(searchParams)])
  const texts = browsingTexts[language]
  const { alternates } = canonical(addressWith('/cases', { page }))
  return { title: texts.cases, description: texts.casesLead, alternates }
}

/** 典型案件 that are open to citizens, the last published first. */
export default async function CasesPage({ searchParams }: Props) {
  const [{ reader, language }, { page }] = await Promise.all([
    asCitizen(),
    parametersOf(searchParams),
  ])
  const { entries, total } = await listEntries(reader, { library: 'cases', page })
  const last = Math.ceil(total / pageSize)
  if (isBeyond(page, last)) redirect(addressWith('/cases', { page: last }))
  const texts = browsingTexts[language]
  return (
    <NewsList
      {...{ language, entries, page, last }}
      title={texts.cases}
      lead={texts.casesLead}
      none={texts.noCases}
      addressOf={(to) => addressWith('/cases', { page: to })}
    />
  )
}
