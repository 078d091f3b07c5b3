import { DefaultEditView } from '@payloadcms/ui'
import { notFound } from 'next/navigation'
import type {
  DocumentViewClientProps,
  DocumentViewServerProps,
  AdminViewServerProps,
} from 'payload'
import { AdminFrame } from '../AdminPage'
import { situationFrom } from '../situationFrom'
import { EntryProvider } from './EntryContext'
import { EntryReading } from './EntryReading'

/**
 * An entry's page: Payload's form for those who may save it now (the centre also an approved one, directly),
 * for all others the text as it will be read.
 */
export async function EntryView(props: DocumentViewClientProps & DocumentViewServerProps) {
  const { doc, formState, documentSubViewType, viewType, initPageResult, searchParams } = props
  const { BeforeDocumentControls, SaveButton, Description, EditMenuItems } = props
  const slots = { BeforeDocumentControls, SaveButton, Description, EditMenuItems }
  const id = doc && 'id' in doc ? String(doc.id) : null
  const situation = id ? await situationFrom(initPageResult.req, id, searchParams) : null
  const isDirect =
    searchParams?.direct === '1' && Boolean(situation?.steps.includes('saveDirectly'))
  if (situation && !situation.canSave && !isDirect) return <EntryReading situation={situation} />
  return (
    <EntryProvider situation={situation} isDirect={isDirect}>
      <DefaultEditView
        {...slots}
        formState={formState}
        documentSubViewType={documentSubViewType}
        viewType={viewType}
      />
    </EntryProvider>
  )
}

/** 会同校核: another unit's text, as long as this person's unit is asked to agree to it. */
export async function ConsultedView(props: AdminViewServerProps) {
  const { initPageResult, params, searchParams } = props
  const [, , id] = (params?.segments ?? []) as string[]
  const situation = id ? await situationFrom(initPageResult.req, id, searchParams) : null
  if (!situation) notFound()
  return (
    <AdminFrame view={props}>
      <EntryReading situation={situation} heading={situation.title} />
    </AdminFrame>
  )
}
