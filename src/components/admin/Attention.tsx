import { mayReview } from '@/access/promoting'
import { worksOnTasks } from '@/access/tasks'
import { unitsSeen } from '@/access/units'
import { alertTexts } from '@/i18n/alerts'
import { attentionTexts } from '@/i18n/attention'
import { holidayTexts } from '@/i18n/holidays'
import { messageTexts } from '@/i18n/inbox'
import { promotionTexts } from '@/i18n/promoting'
import { dayBefore, dayOf } from '@/shanghaiDay'
import { countTroubled } from '@/workflow/accounts/countTroubled'
import { delegationsOf } from '@/workflow/accounts/delegating/delegations'
import { countLines } from '@/workflow/audit/countLines'
import { calendarNow } from '@/workflow/calendar/calendarNow'
import { workingDaysBetween, yearMissing } from '@/workflow/calendar/workingDays'
import { waitingReads } from '@/workflow/promoting/looks'
import { promotionPath } from '@/workflow/promoting/remindReads'
import { countDue } from '@/workflow/reviewing/countDue'
import { remindAfterIn } from '@/workflow/settings'
import { mayApproveSite } from '@/workflow/site/readSite'
import { waitingTasks } from '@/workflow/tasks/waitingTasks'
import { countUnread } from '@/workflow/telling/messages'
import { readUnits } from '@/workflow/tree/readUnits'
import { countAlerts } from '@/workflow/usage/demand/readAlerts'
import { inboxPath } from './addresses'
import { inboxOf } from './inbox/inboxOf'
import { addressOf } from './list/libraryAsked'
import type { SectionProps } from './Overview'
import { isShown, type Show } from './units/UnitsView'

/** Something that needs attention, with where it is seen to; counted where there may be several. */
type Item = { name: string; n?: number; href: string }

/** 需要留意: what has waited too long, what runs out, what is lacking or refused; each number leads to its rows. */
export async function Attention(props: SectionProps) {
  const found = await Promise.all([
    yearUnknown(props),
    readsToReview(props),
    tasks(props),
    unread(props),
    overdue(props),
    site(props),
    unusual(props),
    due(props),
    ofUnits(props),
    troubled(props),
    endingDelegations(props),
    standingOut(props),
  ])
  const items = found.flat().filter(({ n }) => n !== 0)
  if (items.length === 0) return null
  return (
    <section className="zk-attention">
      <h2>{attentionTexts[props.language].title}</h2>
      <ul className="zk-rows">
        {items.map(({ name, n, href }) => (
          <li key={name}>
            <a href={href}>
              {name} {n !== undefined && <span className="zk-count">{n}</span>}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** For the centre: the year whose days off nobody entered. */
async function yearUnknown({ req, actor, language }: SectionProps): Promise<Item[]> {
  if (!actor.roles.includes('centre')) return []
  const missing = yearMissing(await calendarNow(req.payload), new Date())
  if (missing === null) return []
  const name = holidayTexts[language].unknown(missing)
  return [{ name, href: '/admin/collections/holidays/create' }]
}

/** For editors: what of their unit was read, while nobody looked at it in this period. */
async function readsToReview({ req, actor, language }: SectionProps): Promise<Item[]> {
  const reads = mayReview(actor) ? await waitingReads(req.payload, actor.unit, new Date()) : null
  if (!reads) return []
  const texts = promotionTexts[language]
  return [{ name: texts.waiting(texts.days(reads.first, reads.until)), href: promotionPath }]
}

/** For whoever works on tasks: those that wait for them. */
async function tasks({ req, actor, language }: SectionProps): Promise<Item[]> {
  if (!worksOnTasks(actor.roles)) return []
  const waiting = await waitingTasks(req.payload, actor)
  const href = `${inboxPath}?tasks=yes`
  return [{ name: attentionTexts[language].tasks, n: waiting.length, href }]
}

/** For whoever has an inbox: what the bell counts, where it is read. */
async function unread({ req, actor, language }: SectionProps): Promise<Item[]> {
  if (!worksOnTasks(actor.roles)) return []
  const n = await countUnread(req, actor)
  return [{ name: attentionTexts[language].unread, n, href: `${inboxPath}?messages=yes` }]
}

/** For approvers: what has waited longer than the centre's number of working days. */
async function overdue({ req, actor, language }: SectionProps): Promise<Item[]> {
  if (!actor.roles.includes('approver')) return []
  const now = new Date()
  const [waiting, calendar, days] = await Promise.all([
    inboxOf(req, actor),
    calendarNow(req.payload),
    remindAfterIn(req),
  ])
  const isOver = (since: string) => workingDaysBetween(new Date(since), now, calendar) > days
  const n = waiting.filter(({ since }) => isOver(since)).length
  return [{ name: attentionTexts[language].overdue(days), n, href: inboxPath }]
}

/** For whoever may approve the version of the site that waits. */
async function site({ req, actor, language }: SectionProps): Promise<Item[]> {
  const isWaiting = await mayApproveSite(req, actor)
  return isWaiting ? [{ name: messageTexts[language].matters.siteWaits, href: '/admin/site' }] : []
}

/** What was asked or read far more than usual yesterday and today, to whom it is told. */
async function unusual({ req, actor, language }: SectionProps): Promise<Item[]> {
  const from = dayBefore(dayOf(new Date()), 1)
  const n = await countAlerts(req.payload, actor, from)
  return [{ name: alertTexts[language].attention, n, href: `/admin/alerts?from=${from}` }]
}

/** For editors: texts of their unit past their day of review or at the end of their validity. */
async function due({ req, actor, language }: SectionProps): Promise<Item[]> {
  if (!actor.roles.includes('editor')) return []
  const { unit } = actor
  const counts = await countDue(req, unit)
  return counts.map(({ due, n }) => ({
    ...{ name: attentionTexts[language].dues[due], n },
    href: addressOf('knowledge', { unit, due }),
  }))
}

async function ofUnits({ req, actor, language }: SectionProps): Promise<Item[]> {
  if (unitsSeen(actor) === 'none') return []
  const units = await readUnits(req.payload, actor)
  const of = (show: Exclude<Show, 'all'>): Item => ({
    name: attentionTexts[language][show],
    n: units.filter((unit) => isShown(unit, show)).length,
    href: `/admin/units?show=${show}`,
  })
  return [of('lacking'), of('owing')]
}

/** For the operator: accounts and mails. */
async function troubled({ req, language }: SectionProps): Promise<Item[]> {
  const counts = await countTroubled(req)
  if (!counts) return []
  const texts = attentionTexts[language]
  const users = '/admin/collections/users'
  return [
    { name: texts.locked, n: counts.locked, href: `${users}?state=locked` },
    { name: texts.first, n: counts.first, href: `${users}?state=first` },
    { name: texts.unsent, n: counts.unsent, href: '/admin/collections/mails?state=waiting' },
  ]
}

/** So many days ahead the end of a delegation is told. */
const soon = 3

/** For the operator: delegations that end within days, each where it may be looked at. */
async function endingDelegations({ req, actor, language }: SectionProps): Promise<Item[]> {
  if (!actor.roles.includes('operator')) return []
  const last = dayBefore(dayOf(new Date()), -soon)
  const { docs } = await delegationsOf(req, actor)
  return docs
    .filter(({ isInForce, until }) => isInForce && until <= last)
    .map(({ approver, delegate, until }) => ({
      name: attentionTexts[language].delegation(approver.name, delegate.name, until),
      href: `/admin/collections/users/${approver.id}`,
    }))
}

/** Since how many days ago the auditor is told of each. */
const looksBack = {
  'users.loginFailed': 0,
  'users.locked': 0,
  'views.export': 6,
  'audit.export': 6,
  'audit.headLost': 29,
  'audit.newKey': 29,
} as const

/** For the auditor: what stands out in the log of late. */
async function standingOut({ req, actor, language }: SectionProps): Promise<Item[]> {
  if (!actor.roles.includes('auditor')) return []
  const today = dayOf(new Date())
  const actions = Object.keys(looksBack) as (keyof typeof looksBack)[]
  return Promise.all(
    actions.map(async (action) => {
      const from = dayBefore(today, looksBack[action])
      const query = new URLSearchParams({ action, from })
      return {
        name: attentionTexts[language].audit[action],
        n: await countLines(req, action, from),
        href: `/admin/collections/audit?${query}`,
      }
    }),
  )
}
