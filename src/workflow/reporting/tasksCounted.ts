import type { Payload, Where } from 'payload'
import type { TaskKey } from '@/statistics/figures'
import { countedTasks } from '@/statistics/readTasks'
import type { Span } from '@/statistics/span'
import { countRows, readRows } from '@/tables'
import { blank, rowsOnPage, type CountedPage, type Within } from './countedPage'

const columns = {
  tasks: ['id', 'number', 'entry', 'unit', 'about', 'at'],
  sampleChecks: ['id', 'entry', 'unit', 'sentence', 'byName', 'at'],
}

/** A page of the tasks, or of the checks, that a figure counts; who sees a unit's rows sees its tasks. */
export async function readTasksCounted(
  payload: Payload,
  { figure, span, page }: { figure: TaskKey; span: Span; page: number },
  { units }: Pick<Within, 'units'>,
): Promise<CountedPage> {
  const { collection, where } = countedTasks(figure, span, new Date())
  const own: Where[] = units ? [{ unit: { in: [...units] } }] : []
  const asked = { collection, where: { and: [where, ...own] } }
  const rows = await readRows(payload, {
    ...{ ...asked, columns: columns[collection], sort: '-at' },
    ...{ limit: rowsOnPage, offset: (page - 1) * rowsOnPage },
  })
  const shown = rows.map(({ id, number, entry, unit, about, sentence, byName, at }) => ({
    ...{ ...blank, id: String(id), entry: String(entry ?? ''), unit: String(unit) },
    ...{ at: String(at), by: String(byName ?? ''), reason: String(sentence ?? '') },
    ...(collection === 'tasks'
      ? { title: String(about), task: { id: String(id), number: String(number) } }
      : {}),
  }))
  return { shown, total: await countRows(payload, asked), hidden: 0 }
}
