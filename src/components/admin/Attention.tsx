import { unitsSeen } from '@/access/units'
import { dashboardTexts } from '@/i18n/adminPages'
import { fill } from '@/i18n/adminTexts'
import { remindAfterIn } from '@/workflow/settings'
import { workingDaysBetween } from '@/workflow/workingDays'
import { inboxOf } from './inbox/inboxOf'
import { inboxPath } from './addresses'
import type { SectionProps } from './section'
import { readUnits } from '@/workflow/tree/readUnits'
import { isShown, type Show } from './units/UnitsTable'

/** 需要留意: what has waited too long and what units lack; each number leads to its list. */
export async function Attention(props: SectionProps) {
  const { req, actor, language } = props
  const texts = dashboardTexts[language]
  const units = unitsSeen(actor) === 'none' ? [] : await readUnits(req.payload, actor)
  const of = (show: Show) => units.filter((unit) => isShown(unit, show)).length
  const days = await remindAfterIn(req)
  const all = [
    { name: fill(texts.overdue, { n: days }), n: await overdue(props, days), href: inboxPath },
    { name: texts.lacking, n: of('lacking'), href: '/admin/units?show=lacking' },
    { name: texts.owing, n: of('owing'), href: '/admin/units?show=owing' },
  ].filter(({ n }) => n > 0)
  if (all.length === 0) return null
  return (
    <section className="zk-attention">
      <h2>{texts.attention}</h2>
      <ul className="zk-rows">
        {all.map(({ name, n, href }) => (
          <li key={href}>
            <a href={href}>
              {name} <span className="zk-count">{n}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

async function overdue({ req, actor }: SectionProps, days: number): Promise<number> {
  if (!actor.roles.includes('approver')) return 0
  const now = new Date()
  const waiting = await inboxOf(req, actor)
  return waiting.filter(({ since }) => workingDaysBetween(new Date(since), now) > days).length
}
