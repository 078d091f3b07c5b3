import type { Metadata } from 'next'
import { MissingPage, missingMetadata } from '@/app/(portal)/MissingPage'
import { previewedEntry, visitor } from '@/app/visitor'
import { EntryArticle } from '@/components/portal/EntryArticle'

type Props = { params: Promise<{ token: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const entry = await previewedEntry((await params).token, 'citizens')
  return entry ? { title: entry.title, robots: { index: false } } : missingMetadata()
}

/** A text that is being written, as citizens will see it. */
export default async function PreviewPage({ params }: Props) {
  const { token } = await params
  const [{ language }, entry] = await Promise.all([visitor(), previewedEntry(token, 'citizens')])
  if (!entry) return <MissingPage />
  return <EntryArticle entry={entry} related={entry.related} language={language} isStaff={false} />
}
