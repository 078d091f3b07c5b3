import { isolateObjectProperty, type PayloadRequest } from 'payload'
import type { Library, RefusalCode, Step } from '@/access/rules'
import { problemOfItem } from './problemOfItem'
import { Refused, type Problem } from '../Refused'
import { takeStep, type Taken } from './takeStep'

export type Result = { id: string; ok: boolean; status: number } & Partial<Taken> &
  Partial<Pick<Problem, 'detail' | 'fields'> & { code: RefusalCode | 'failed' }>

/** More at once would hold the others up too long. */
const most = 200

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
  const items = itemsOf(body)
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

function itemsOf(body: Record<string, unknown>): { id: string; revision: unknown }[] {
  const items = Array.isArray(body.items) ? (body.items as Record<string, unknown>[]) : []
  const isGood = items.every((item) => typeof item?.id === 'string')
  if (items.length === 0 || items.length > most || !isGood) {
    throw new Refused('invalid', {
      fields: ['items'],
      detail: {
        zh: `请用 items 列出 1 至 ${most} 条内容的 id 和 revision。`,
        en: `List 1 to ${most} entries with id and revision in items.`,
      },
    })
  }
  return items as { id: string; revision: unknown }[]
}
