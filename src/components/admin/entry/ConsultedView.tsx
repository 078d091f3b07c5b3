import { notFound } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { AdminFrame } from '../AdminPage'
import { situationFrom } from '../situationFrom'
import { EntryReading } from './EntryReading'

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
