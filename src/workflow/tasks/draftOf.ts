import type { PayloadRequest } from 'payload'
import type { Actor } from '@/access/actor'
import { mayTakeTask, seesTask } from '@/access/tasks'
import type { Knowledge } from '@/payload-types'
import { inTransaction } from '../inTransaction'
import { findAll } from '../store'
import { Refused } from '../Refused'
import { invalid, refusedAs } from './refuse'
import { findTask, taskFacts } from './task'
import { takeTaskStep } from './takeTaskStep'

/** Where a draft made of a gap is filed first; its editor may file it elsewhere. */
const filedFirst = ['services', 'details'] as const

/**
 * 据此新增: a draft of the unit that asks what the gap asks, named as its answer in the same step. Returns where it is. Throws
 * `Refused` as the step 指明答案 does, and 400 where the unit has no category to file it under.
 */
export async function draftOf(req: PayloadRequest, actor: Actor, id: string) {
  const task = await findTask(req, id)
  if (!task || !seesTask(actor, taskFacts(task))) throw new Refused('notFound')
  const why = mayTakeTask(actor, 'link', taskFacts(task))
  if (why) throw refusedAs(why)
  const nodes = await findAll({
    ...{ req, collection: 'nodes', select: { category: true } },
    where: { and: [{ parent: { equals: task.unit } }, { kind: { equals: 'category' } }] },
  })
  const place = filedFirst.flatMap((key) => nodes.find(({ category }) => category === key) ?? [])[0]
  if (!place) throw invalid('category', 'noPlace')
  const title = /[?？]$/.test(task.about) ? task.about : `${task.about}？`
  const data = { title, category: place.id } as Knowledge
  return inTransaction(req, async () => {
    const draft = await req.payload.create({
      ...{ collection: 'knowledge', data, overrideAccess: false, depth: 0, req },
    })
    const { number } = draft as unknown as { number: string }
    await takeTaskStep(req, actor, { id, step: 'link', body: { entry: number } })
    return { id: draft.id, library: 'knowledge' as const, number }
  })
}
