import type { Metadata } from 'next'
import { cache } from 'react'
import { visitor } from '@/app/visitor'
import { EntryArticle } from '@/components/portal/EntryArticle'
import { MissingPage, missingMetadata } from '@/app/(portal)/MissingPage'
import { readEntry } from '@/reading/readEntry'

type Props = { params: Promise<{ number: string }> }

/** Read once for the page and its title; staff see here what their audience sees. */
const entryOf = cache(async (number: string) => readEntry((await visitor()).reader, number))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const entry = await entryOf((await params).number)
  if (!entry) return missingMetadata()
  return {
    title: entry.title,
    description: entry.summary,
    robots: entry.openToPublic ? undefined : { index: false },
  }
}

export default async function EntryPage({ params }: Props) {
  const [{ language, person }, entry] = await Promise.all([
    visitor(),
    entryOf((await params).number),
  ])
  if (!entry) return <MissingPage />
  return <EntryArticle entry={entry} language={language} isStaff={person !== null} />
}
