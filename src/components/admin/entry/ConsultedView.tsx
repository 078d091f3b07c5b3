import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter } from '@payloadcms/ui'
import { notFound } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { situationFrom } from '../situationOf'
import { EntryReading } from './EntryReading'

/** 会同校核: another unit's text, as long as this person's unit is asked to agree to it. */
export async function ConsultedView({
  initPageResult,
  params,
  searchParams,
}: AdminViewServerProps) {
  const { req, permissions, visibleEntities, locale } = initPageResult
  const [, , id] = (params?.segments ?? []) as string[]
  const situation = id ? await situationFrom(req, id, searchParams) : null
  if (!situation) notFound()
  return (
    <DefaultTemplate
      i18n={req.i18n}
      locale={locale}
      params={params}
      payload={req.payload}
      permissions={permissions}
      searchParams={searchParams}
      user={req.user ?? undefined}
      visibleEntities={visibleEntities}
    >
      <Gutter>
        <h1>{situation.title}</h1>
      </Gutter>
      <EntryReading situation={situation} />
    </DefaultTemplate>
  )
}
