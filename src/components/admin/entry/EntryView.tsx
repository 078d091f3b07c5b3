import { DefaultEditView } from '@payloadcms/ui'
import type { DocumentViewClientProps, DocumentViewServerProps } from 'payload'
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
