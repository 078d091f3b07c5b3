import { DefaultEditView } from '@payloadcms/ui'
import type { DocumentViewClientProps, DocumentViewServerProps } from 'payload'
import { EntryProvider } from './EntryContext'
import { EntryReading } from './EntryReading'
import { situationOf } from './situationOf'

/** An entry's page: Payload's form for those who may save it now, for all others the text as it will be read. */
export async function EntryView(props: DocumentViewClientProps & DocumentViewServerProps) {
  const { doc, formState, documentSubViewType, viewType, initPageResult } = props
  const { BeforeDocumentControls, SaveButton, Description, EditMenuItems } = props
  const slots = { BeforeDocumentControls, SaveButton, Description, EditMenuItems }
  const id = doc && 'id' in doc ? String(doc.id) : null
  const situation = id ? await situationOf(initPageResult.req, id) : null
  if (situation && !situation.canSave) {
    return <EntryReading situation={situation} title={String(doc?.title ?? '')} />
  }
  return (
    <EntryProvider situation={situation}>
      <DefaultEditView
        {...slots}
        formState={formState}
        documentSubViewType={documentSubViewType}
        viewType={viewType}
      />
    </EntryProvider>
  )
}
