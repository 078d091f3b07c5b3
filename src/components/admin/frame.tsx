import { createLocalReq, type ServerProps } from 'payload'
import { actorOf } from '@/access/actor'
import { env } from '@/env'
import { adminPages, type PageGroup, pageGroups } from '@/i18n/adminPages'
import { adminTexts, fill } from '@/i18n/adminTexts'
import { tellingTexts } from '@/i18n/ownAccount'
import { delegationsOf } from '@/workflow/accounts/delegating/delegations'
import { centreUnit } from '@/workflow/site/versions'
import { NavGroupLinks, OpenMenu } from './frameParts'
import { pagesOf } from './pagesOf'
import { StayingSignedIn } from './StayingSignedIn'

/** The name of the product, on the sign-in page. */
export const Logo = () => (
  <span className="zk-logo">
    <Mark />
    <span>知库</span>
  </span>
)

/** The mark alone, in the breadcrumb. */
export const Icon = () => <Mark />

const Mark = () => (
  <span className="zk-mark" aria-hidden="true">
    知
  </span>
)

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

/** On every page of the admin: it is covered once somebody signs out elsewhere, and where it is set after a while. */
export function IdleLock({ user }: ServerProps) {
  const actor = actorOf(user)
  if (!actor || user?.collection !== 'users') return null
  const { id, name } = actor
  const person = { id, name, username: user.username, idleMinutes: env.idleLock ?? null }
  return <StayingSignedIn person={person} />
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

/** The side menu: the pages of this person's roles and no others. */
export async function NavLinks({ user, i18n, payload }: ServerProps) {
  const actor = actorOf(user)
  if (!actor) return null
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const pages = pagesOf(actor, language, await centreUnit({ payload }))
  const home = { key: 'home', href: '/admin', name: adminPages.home.name[language] }
  const groups = (Object.keys(pageGroups) as PageGroup[])
    .map((group) => ({
      name: pageGroups[group][language],
      links: pages.filter((page) => page.group === group),
    }))
    .filter(({ links }) => links.length > 0)
  return (
    <div className="zk-nav">
      <OpenMenu name={adminTexts[language].menu} />
      <NavGroupLinks links={[home]} />
      {groups.map(({ name, links }) => (
        <NavGroupLinks key={name} name={name} links={links} />
      ))}
    </div>
  )
}
