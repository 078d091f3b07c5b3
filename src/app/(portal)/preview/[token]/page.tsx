import type { Metadata } from 'next'
import { MissingPage, missingMetadata } from '@/app/(portal)/MissingPage'
import { StayingHere } from '@/app/StayingHere'
import { siteNow } from '@/app/siteNow'
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
  const [{ language }, { signature }, entry] = await Promise.all([
    ...([visitor(), siteNow(), previewedEntry(token, 'citizens')] as const),
  ])
  if (!entry) return <MissingPage />
  const { related } = entry
  return (
    <>
      <StayingHere />
      <EntryArticle {...{ entry, related, language, signature }} isStaff={false} />
    </>
  )
}
