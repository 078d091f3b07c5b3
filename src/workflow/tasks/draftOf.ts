import type { PayloadRequest } from 'payload'
import type { Actor } from '@/access/actor'
import { longestSummary } from '@/access/rules'
import { mayTakeTask, seesTask, type TaskStep } from '@/access/tasks'
import type { Knowledge } from '@/payload-types'
import { byId, findAll, findOne } from '../store'
import { inTransaction } from '../inTransaction'
import { Refused } from '../Refused'
import { invalid, refusedAs } from './refuse'
import { findTask, taskFacts, type Task } from './task'
import { takeOver } from './takeOver'
import { writeTaskStep } from './takeTaskStep'

/** Where a draft is filed first; its editor may file it elsewhere. */
const filedFirst = ['services', 'details'] as const

/** What whoever writes for this task could do with it as it stands. */
const answering: Partial<Record<Task['kind'], TaskStep>> = { gap: 'link', request: 'answer' }

/**
 * 据此新增: a draft of the unit that asks what a gap asks, named as its answer in the same step; or of a request what its case tells,
 * which takes the task on; of a merge as `takeOver`. Returns where it is. Throws `Refused`: 404, 403 and 409 as the step does, and 400 where the unit has no
 * category to file it under.
 */
export async function draftOf(req: PayloadRequest, actor: Actor, id: string) {
  const task = await findTask(req, id)
  if (!task || !seesTask(actor, taskFacts(task))) throw new Refused('notFound')
  if (task.kind === 'merge') return takeOver(req, actor, task)
  const step = answering[task.kind]
  const why = step ? mayTakeTask(actor, step, taskFacts(task)) : 'notAllowed'
  if (why) throw refusedAs(why)
  const category = await categoryOf(req, task.unit)
  const text = task.kind === 'gap' ? { title: asQuestion(task.about) } : await ofRequest(req, task)
  return inTransaction(req, async () => {
    const data = { ...text, category } as Knowledge
    const draft = await req.payload.create({
      ...{ collection: 'knowledge', data, overrideAccess: false, depth: 0, req },
    })
    const { number } = draft as unknown as { number: string }
    const by = { by: actor.id, byName: actor.name }
    if (task.kind === 'gap')
      await writeTaskStep(req, task, { step: 'link', entry: { id: draft.id, number }, ...by })
    else if (task.state === 'open') await writeTaskStep(req, task, { step: 'take', ...by })
    return { id: draft.id, library: 'knowledge' as const, number }
  })
}

async function categoryOf(req: PayloadRequest, unit: string): Promise<string> {
  const nodes = await findAll({
    ...{ req, collection: 'nodes', select: { category: true } },
    where: { and: [{ parent: { equals: unit } }, { kind: { equals: 'category' } }] },
  })
  const [place] = filedFirst.flatMap((key) => nodes.find((node) => node.category === key) ?? [])
  if (!place) throw invalid('category', 'noPlace')
  return place.id
}

const asQuestion = (text: string): string => (/[?？]$/.test(text) ? text : `${text}？`)

type Live = { id: string; library: string; title: string; plain: string | null }

/** Of a case that is online its title, and as much of its result as an answer holds; else what the centre asks for. */
async function ofRequest(req: PayloadRequest, { entry, about }: Task) {
  const live = entry
    ? await findOne<Live>({ req, collection: 'publications', where: { slot: { equals: entry } } })
    : null
  if (live?.library !== 'cases') return { title: asQuestion(about) }
  const kept = await findOne<{ id: string; result?: string | null }>({
    ...{ req, collection: 'cases', where: byId(entry ?? '') },
  })
  return { title: live.title, summary: (kept?.result ?? '').slice(0, longestSummary) }
}
