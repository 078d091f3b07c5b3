import { notFound } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { actorOf } from '@/access/actor'
import { inboxTexts } from '@/i18n/inbox'
import { AdminPage } from '../AdminPage'
import { Inbox } from './Inbox'
import { inboxAsked, inboxOf, unitNames } from './inboxOf'

/** 待我办理: all that waits for this approver, over all libraries. */
export async function InboxView(props: AdminViewServerProps) {
  const { req } = props.initPageResult
  const actor = actorOf(req.user)
  if (!actor?.roles.includes('approver')) notFound()
  const language = req.i18n.language === 'en' ? 'en' : 'zh'
  const rows = await inboxOf(req, actor)
  return (
    <AdminPage view={props} place={inboxTexts[language].title}>
      <Inbox
        rows={rows}
        asked={inboxAsked(props.searchParams)}
        units={await unitNames(req, rows)}
        language={language}
      />
    </AdminPage>
  )
}
