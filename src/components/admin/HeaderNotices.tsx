import { createLocalReq, type ServerProps } from 'payload'
import { actorOf } from '@/access/actor'
import { env } from '@/env'
import { fill, adminTexts } from '@/i18n/adminTexts'
import { tellingTexts } from '@/i18n/ownAccount'
import { delegationsOf } from '@/workflow/accounts/delegating/delegations'

/** On every page of the admin, to both: that somebody stands in for somebody now. */
export async function DelegationNotice({ user, i18n, payload }: ServerProps) {
  const actor = actorOf(user)
  if (!actor?.roles.includes('approver')) return null
  const texts = tellingTexts[i18n.language === 'en' ? 'en' : 'zh']
  const { docs } = await delegationsOf(await createLocalReq({}, payload), actor)
  const running = docs.filter(({ isInForce }) => isInForce)
  const lines = running.flatMap(({ approver, delegate, until }) => {
    if (approver.id === actor.id) return [fill(texts.noticeBy, { name: delegate.name, until })]
    if (delegate.id === actor.id) return [fill(texts.noticeFor, { name: approver.name, until })]
    return []
  })
  if (lines.length === 0) return null
  return (
    <p className="zk-demo zk-delegated">
      {lines.join(' ')}{' '}
      <a className="zk-link" href="/admin/account">
        {texts.noticeChange}
      </a>
    </p>
  )
}

/** On every page of the admin while the demo city is loaded. */
export function DemoNotice({ i18n }: ServerProps) {
  if (!env.isDemo) return null
  const texts = adminTexts[i18n.language === 'en' ? 'en' : 'zh']
  return (
    <aside className="zk-demo" aria-label={texts.demoTitle}>
      {texts.demo}
    </aside>
  )
}
