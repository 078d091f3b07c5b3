import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter } from '@payloadcms/ui'
import { notFound } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { actorOf } from '@/access/actor'
import { Inbox } from './Inbox'
import { inboxAsked, inboxOf, unitNames } from './inboxOf'

/** 待我办理: all that waits for this approver, over all libraries. */
export async function InboxView({ initPageResult, params, searchParams }: AdminViewServerProps) {
  const { req, permissions, visibleEntities, locale } = initPageResult
  const actor = actorOf(req.user)
  if (!actor?.roles.includes('approver')) notFound()
  const rows = await inboxOf(req, actor)
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
      <main>
        <Gutter className="zk-dashboard">
          <Inbox
            rows={rows}
            asked={inboxAsked(searchParams)}
            units={await unitNames(req, rows)}
            language={req.i18n.language === 'en' ? 'en' : 'zh'}
          />
        </Gutter>
      </main>
    </DefaultTemplate>
  )
}
