import { createLocalReq, type Payload } from 'payload'
import { dayBefore, dayOf, startOfDay } from '@/shanghaiDay'
import { daysToObject } from '@/access/reports'
import { calendarNow } from '@/workflow/calendar/calendarNow'
import { workingDayAfter } from '@/workflow/calendar/workingDays'
import { spanOf } from '@/statistics/span'
import { freezeReports } from '@/workflow/reporting/freeze'
import { byId, insert, swap } from '@/workflow/store'

type Person = { id: string; name: string }
type Given = {
  payload: Payload
  now: Date
  centre: Person
  /** Who objected to the figures of a month, and for which unit. */
  approver: Person
  unit: { id: string; name: string }
}

const hour = 60 * 60_000
/** So many months are frozen; all but the last are published. */
const months = 3

/** 月度监测 of the last months, each frozen on its own day: one objected to, the last still to be checked. */
export async function writeReports({ payload, now, centre, approver, unit }: Given): Promise<void> {
  const calendar = await calendarNow(payload)
  for (let ago = months - 1; ago >= 0; ago -= 1) {
    const first = monthsBefore(dayOf(now), ago)
    const frozenAt = new Date((startOfDay(first)?.getTime() ?? 0) + 2 * hour)
    if (frozenAt > now) continue
    await freezeReports(payload, frozenAt)
    if (ago === 0) continue
    const report = dayBefore(first, 1).slice(0, 7)
    // At half past ten of the n-th working day after.
    const at = (n: number) => {
      const day = startOfDay(workingDayAfter(frozenAt, n, calendar))
      return new Date((day?.getTime() ?? 0) + 10.5 * hour).toISOString()
    }
    const req = await createLocalReq({}, payload)
    if (ago === 1)
      await insert({
        ...{ req, collection: 'objections' },
        data: {
          ...{ id: `${report}:${unit.id}`, report, unit: unit.id, unitName: unit.name },
          ...{ by: approver.id, byName: approver.name, at: at(1) },
          sentence: '有两条内容月底前已提交审批，因分管领导出差未能及时通过，请不计入更新不及时。',
          ...{ isUpheld: false, decidedBy: centre.id, decidedByName: centre.name },
          ...{
            answer: '以审批通过的时间为准；分管领导出差期间可委托他人代行审批。',
            decidedAt: at(daysToObject),
          },
        },
      })
    const data = {
      ...{
        publishedAt: at(daysToObject + 1),
        publishedBy: centre.id,
        publishedByName: centre.name,
      },
      objected: ago === 1 ? 1 : 0,
    }
    await swap({ req, collection: 'reports', where: byId(report), data })
  }
}

/** The first day of the month so many before this one. */
function monthsBefore(today: string, ago: number): string {
  const { from } = spanOf('month', today)
  return ago === 0 ? from : monthsBefore(dayBefore(from, 1), ago - 1)
}
