import { setImmediate as breathe } from 'node:timers/promises'
import type { Payload, PayloadRequest } from 'payload'
import { daysDue } from '@/access/taskDays'
import { unfinished } from '@/access/tasks'
import { once } from '@/once'
import { languageNow } from '@/search/language'
import { nearEnough, nearness, questionOf, type Question } from '@/search/text/nearness'
import { askedForm } from '@/search/text/normalise'
import type { Language } from '@/search/text/vocabulary'
import { readRows } from '@/tables'
import { joinOrOpen } from './joinOrOpen'
import type { Opened, TaskReport } from './openTask'
import { centreUnit, dueAfter, type TaskUnit } from './task'

export type Gap = {
  /** What was asked, without numbers of persons. */
  query: string
  /** Whose it should be; the centre's where nobody knows. */
  unit: TaskUnit | null
  at: Date
}

/**
 * 知识缺口: what somebody asked and did not find. What is near enough to a gap that is still open, by the likeness that shows
 * similar entries to writers, is that gap, told once more; else it is a new one of the proposed unit.
 */
export async function reportGap(
  req: PayloadRequest,
  { query, unit, at }: Gap,
  report: TaskReport,
): Promise<Opened> {
  const told = { ...report, query }
  const task = async () => ({
    ...{ kind: 'gap' as const, unit: unit ?? (await centreUnit(req)), about: query, at },
    matter: askedForm(query),
    due: await dueAfter(req.payload, daysDue.gap, at),
  })
  const known = () => gapLike(req.payload, query)
  return joinOrOpen(req, { known, task, joining: told, report: told, at })
}

/** More gaps than a city has open at a time; the newest are looked at. */
const mostOpen = 2_000

/** The open gap that asks nearly the same, by its id. */
async function gapLike(payload: Payload, query: string): Promise<string | null> {
  const open = await readRows(payload, {
    ...{ collection: 'tasks', columns: ['id', 'about', 'matter'], sort: '-at', limit: mostOpen },
    where: { and: [{ kind: { equals: 'gap' } }, { state: { in: [...unfinished] } }] },
  })
  const form = askedForm(query)
  const same = open.find(({ matter }) => matter === form)
  if (same) return String(same.id)
  const language = await languageNow(payload)
  const asked = questionOf(query, language)
  const kept = once<Kept>('openGaps', () => ({ questions: new Map() }))
  const before = kept.language === language ? kept.questions : new Map<string, Question>()
  const questions = new Map<string, Question>()
  let best: { id: string | null; near: number } = { id: null, near: nearEnough }
  for (const [at, gap] of open.entries()) {
    if (at % 100 === 99) await breathe()
    const about = String(gap.about)
    const question = before.get(about) ?? questionOf(about, language)
    questions.set(about, question)
    const near = nearness(asked, question)
    if (near > best.near) best = { id: String(gap.id), near }
  }
  Object.assign(kept, { language, questions })
  return best.id
}

/** What the open gaps ask, taken apart once for a process: to hold the next one against them costs little then. */
type Kept = { language?: Language; questions: ReadonlyMap<string, Question> }
