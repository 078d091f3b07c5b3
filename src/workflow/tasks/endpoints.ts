import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { actorOf, tellingKey, type Actor } from '@/access/actor'
import { askedTaskSteps, mayReport, severalSteps, type TaskStep } from '@/access/tasks'
import { answer, bodyOf, param } from '../answer'
import { Refused } from '../Refused'
import { pageAsked, said, sentAs } from '../sentAs'
import { draftOf } from './draftOf'
import { duplicatesFor } from './duplicates'
import { openTaskText } from './opened'
import { readTask, readTasks, tasksOnPage } from './readTasks'
import { wordsOf } from './refuse'
import { tellCorrection, tellGap, tellMerge, tellRequest } from './report'
import { takeTaskStep } from './takeTaskStep'
import { takeTaskSteps } from './takeTaskSteps'
import { tasksAsked } from './tasksWanted'

/** What is told: the rest of the body is as `gapSent`, `correctionSent`, `requestSent` or `mergeSent` have it. */
export const taskSent = z.object({
  kind: said(z.enum(['gap', 'correction', 'request', 'merge']), wordsOf('kind')),
})

const listed = z.object({ ...tasksAsked.shape, page: pageAsked(tasksOnPage) })

/**
 * 任务, under `/api/tasks`.
 * `GET /?kind&state&unit&entry&overdue&own&page`: those one sees, 50 a page, the one due first before others.
 * `POST /` `{ kind, … }` → `{ tasks: [{ id, number, isNew }] }`: what is missing (`gap`), wrong (`correction`), or asked of units
 * by the centre (`request`), or is to become one text (`merge`); a gap that is open already is told once more.
 * `GET /duplicates`: pairs of texts online that ask one thing, which one may propose to merge.
 * `GET /{id}`: one with its reports, history and what its queries found.
 * `GET /{id}/text`: the text a review or a merge is of; that it was opened is on record.
 * A key that tells (`mayTell`) does so and reads what it told, nothing else here.
 * `POST /{id}/draft` → `{ entry: { id, library, number } }`: a draft of what a gap asks, named as its answer; of a merge a
 * revision that takes over what is to be taken over.
 * `POST /{id}/{step}` `{ sentence?, reason?, entry?, unit?, revision?, seenState? }` → `{ task }`.
 * `POST /{step}` `{ items: [{ id, revision?, seenState? }] }` → `{ results: [{ id, ok, status, code?, detail? }] }`: of several, each by itself.
 * 400 `invalid` and `notOpened`, 401, 403 `notAllowed`, 404 `notFound`, 409 `wrongState` and `changedMeanwhile`.
 */
export const taskEndpoints: Endpoint[] = [
  answer('get', '/', async (req) => {
    const actor = teller(req)
    return readTasks(req.payload, actor, sentAs(listed, req.query))
  }),
  answer('post', '/', async (req) => {
    const key = tellingKey(req.user)
    const actor = teller(req)
    if (!key && !mayReport(actor)) throw new Refused('notAllowed')
    const body = await bodyOf(req)
    const { kind } = sentAs(taskSent, body)
    const channel = key ? ('system' as const) : ('desk' as const)
    const told = { req, actor, at: new Date(), channel }
    if (kind === 'request') return { tasks: await tellRequest(told, body) }
    const tell = { gap: tellGap, correction: tellCorrection, merge: tellMerge }[kind]
    return { tasks: [await tell(told, body)] }
  }),
  answer('get', '/duplicates', async (req) => ({
    duplicates: await duplicatesFor(req.payload, signedIn(req)),
  })),
  answer('get', '/:id', async (req) => {
    const task = await readTask(req.payload, teller(req), param(req, 'id'))
    if (!task) throw new Refused('notFound')
    return { task }
  }),
  answer('get', '/:id/text', (req) => openTaskText(req, signedIn(req), param(req, 'id'))),
  ...severalSteps.map((step) =>
    answer('post', `/${step}`, async (req) => {
      const actor = signedIn(req)
      return takeTaskSteps(req, actor, { step, body: await bodyOf(req) })
    }),
  ),
  answer('post', '/:id/draft', async (req) => ({
    entry: await draftOf(req, signedIn(req), param(req, 'id')),
  })),
  answer('post', '/:id/:step', async (req) => {
    const actor = signedIn(req)
    const step = askedTaskSteps.find((one): one is TaskStep => one === param(req, 'step'))
    if (!step) throw new Refused('notFound')
    const id = param(req, 'id')
    await takeTaskStep(req, actor, { id, step, body: await bodyOf(req) })
    return { task: await readTask(req.payload, actor, id) }
  }),
]

/** Somebody signed in, or a key that tells. */
const teller = (req: PayloadRequest): Actor => tellingKey(req.user) ?? signedIn(req)

function signedIn(req: PayloadRequest): Actor {
  const actor = actorOf(req.user)
  if (!actor) throw new Refused('notSignedIn')
  return actor
}
