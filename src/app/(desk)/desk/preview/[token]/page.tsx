import { StayingHere } from '@/app/StayingHere'
import { previewedEntry, visitor } from '@/app/visitor'
import { DeskPreview } from '@/components/desk/DeskEntry'

type Props = { params: Promise<{ token: string }> }

/** A text that is being written, as agents will see it beside their list. */
export default async function DeskPreviewPage({ params }: Props) {
  const { token } = await params
  const [{ language }, entry] = await Promise.all([visitor(), previewedEntry(token, 'agents')])
  return (
    <>
      <StayingHere />
      <DeskPreview language={language} entry={entry} />
    </>
  )
}
