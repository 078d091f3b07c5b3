import { isolateObjectProperty, type PayloadRequest } from 'payload'
import { z } from 'zod'
import type { RefusalCode } from '@/access/refusals'
import type { Library, Step } from '@/access/rules'
import { isConflict } from '../inTransaction'
import { languageOfRequest, problemOf, Refused, type Problem } from '../Refused'
import { said, sentAs } from '../sentAs'
import { stepSent } from './stepSent'
import { takeStep, type Taken } from './takeStep'

type Result = { id: string; ok: boolean; status: number } & Partial<Taken> &
  Partial<Pick<Problem, 'detail' | 'fields'> & { code: RefusalCode | 'failed' }>

/** More at once would hold the others up too long. */
const most = 200

const listOf = <Item extends z.ZodType>(item: Item) =>
  said(z.array(item).min(1).max(most), {
    zh: `请用 items 列出 1 至 ${most} 条内容的 id 和 revision。`,
    en: `List 1 to ${most} entries with id and revision in items.`,
  })
const { revision } = stepSent('submit').shape
const item = z.object({ id: z.string(), revision })

/** The body of a request for one step of several, as the API describes it. */
export const stepsSent = (step: Step) =>
  stepSent(step)
    .omit({ revision: true })
    .extend({ items: listOf(item) })

/** The same as it is read: the rest of an item is judged with its own step. */
const stepsRead = z.object({ items: listOf(item.pick({ id: true }).loose()) })

/**
 * One step for several entries, each on its own: what is refused for one, or fails, does not hold the others, and
 * each has its own result.
 */
export async function takeSteps(given: {
  req: PayloadRequest
  library: Library
  step: Step
  body: Record<string, unknown>
}): Promise<{ results: Result[] }> {
  const { req, library, step, body } = given
  const { items } = sentAs(stepsRead, body)
  const results: Result[] = []
  for (const item of items) {
    // Each item has a request of its own: one that fails has ended its transaction.
    const own = isolateObjectProperty(req, ['transactionID', 'context'])
    own.transactionID = undefined
    own.context = {}
    try {
      const one = { ...body, ...item }
      const taken = await takeStep({ req: own, library, id: item.id, step, body: one })
      results.push({ ...taken, ok: true, status: 200 })
    } catch (error) {
      results.push({ id: item.id, ok: false, ...problemOfItem(error, req) })
    }
  }
  return { results }
}

type ProblemOfItem = Pick<Problem, 'status' | 'detail' | 'fields'> & {
  code: RefusalCode | 'failed'
}

/**
 * What is answered for one of several entries that was refused or failed: an error that is no refusal is logged, and
 * the others go on.
 */
export function problemOfItem(error: unknown, req: PayloadRequest): ProblemOfItem {
  const language = languageOfRequest(req)
  if (error instanceof Refused) {
    const { status, code, detail, fields } = problemOf(error.code, error.details, language)
    return { status, code, detail, ...(fields ? { fields } : {}) }
  }
  if (isBusy(error)) {
    const { status, code, detail } = problemOf('busy', {}, language)
    return { status, code, detail }
  }
  req.payload.logger.error({ err: error, msg: 'A step of several failed.' })
  return { status: 500, code: 'failed', detail: failed[language] }
}

const failed = {
  zh: '系统出了问题，这一条没有办理；请稍后再试。',
  en: 'Something went wrong with this one; please try again later.',
}

/** The write gate's queue is full, or a replica set undid what met another write. */
const isBusy = (error: unknown): boolean =>
  isConflict(error) || (error as { status?: number } | null)?.status === 503
