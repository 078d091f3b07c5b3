import { at } from '@/base'
import type { ImportPageTexts } from '@/i18n/importPage'
import type { Options } from '@/workflow/importing/batch'
import type { shownBatch, shownRow } from '@/workflow/importing/shown'
import type { Library } from '@/access/rules'
import type { Outcome } from '../ask'

export type Batch = Awaited<ReturnType<typeof shownBatch>>
export type Row = ReturnType<typeof shownRow>

export const importPath = '/admin/import'
export const pageSize = 50
const mostBytes = 20 * 1024 * 1024

export const isTooBig = ({ size }: { size: number }): boolean => size > mostBytes
export const batchAddress = (id: string): string => `${importPath}?batch=${id}`

/** States in which the server works on it: what is shown is asked for again and again. */
const worked: readonly Batch['state'][] = ['planning', 'running', 'takingBack']
export const isWorkedOn = ({ state }: Pick<Batch, 'state'>): boolean => worked.includes(state)

/** Of the five steps, the one where a batch stands. */
export const stepOf = ({ state }: Pick<Batch, 'state'>): number =>
  ({
    read: 1,
    planning: 2,
    planned: 2,
    running: 3,
    stopped: 3,
    done: 4,
    takingBack: 4,
    takenBack: 4,
  })[state]

/** What somebody chose before the dry run. */
export type Chosen = {
  columns: Record<string, string | null>
  /** Of a name in the sheet: `make`, `refuse`, a unit's id, or nothing yet. */
  units: Record<string, string>
  options: Options
}

export const chosenOf = ({ columns, unitsAsked, options }: Batch): Chosen => ({
  columns: Object.fromEntries(columns.map(({ heading, field }) => [heading, field])),
  units: Object.fromEntries(
    unitsAsked.map(({ name, answer }) => [
      name,
      (typeof answer === 'object' ? answer?.unit : answer) ?? '',
    ]),
  ),
  options,
})

/** As the server is sent it; a unit without a choice is left out. */
export const planSentBy = ({ columns, units, options }: Chosen) => ({
  ...{ columns, options },
  units: Object.fromEntries(
    Object.entries(units)
      .filter(([, answer]) => answer !== '')
      .map(([name, answer]) => [
        name,
        answer === 'make' || answer === 'refuse' ? answer : { unit: answer },
      ]),
  ),
})

/** Which rows that people changed are written over. */
export type Overwrite = 'all' | readonly number[]

export const overwriteSent = (overwrite: Overwrite) =>
  overwrite !== 'all' && overwrite.length === 0 ? 'none' : overwrite

const writtenOver = (overwrite: Overwrite, { counts }: Pick<Batch, 'counts'>): number =>
  overwrite === 'all' ? counts.differs : overwrite.length

/** What becomes of the rows, in numbers; what becomes of none is left out. */
export function willHappen(
  { counts, unitsAsked }: Pick<Batch, 'counts' | 'unitsAsked'>,
  overwrite: Overwrite,
  { ask: says }: Pick<ImportPageTexts, 'ask'>,
): string[] {
  const over = writtenOver(overwrite, { counts })
  const made = unitsAsked.filter(({ answer }) => answer === 'make').map(({ name }) => name)
  const lines: [number, (n: number) => string][] = [
    [counts.new, says.made],
    [counts.changed, says.changed],
    [over, says.over],
    [counts.differs - over, says.kept],
    [counts.unchanged, says.same],
    [counts.refused, says.refused],
  ]
  return [
    ...lines.filter(([n]) => n > 0).map(([n, say]) => say(n)),
    ...(made.length > 0 ? [says.units(made.join('、'))] : []),
  ]
}

/** Uploads a sheet as it is: the server tells by its content what it is. */
export async function sendSheet(
  file: File,
  { library, language }: { library: Library; language: string },
): Promise<Outcome<Batch>> {
  try {
    const query = new URLSearchParams({ library, name: file.name })
    const response = await fetch(at(`/api/imports?${query}`), {
      method: 'POST',
      credentials: 'include',
      headers: { 'Accept-Language': language, 'Content-Type': 'application/octet-stream' },
      body: file,
    })
    const answer = (await response.json().catch(() => ({}))) as Record<string, unknown>
    if (response.ok) return { ok: true, data: answer as Batch }
    const { code = '', detail = '' } = answer as { code?: string; detail?: string }
    return { ok: false, status: response.status, code, detail, errors: [] }
  } catch {
    return { ok: false, status: 0, code: 'unreachable', detail: '', errors: [] }
  }
}
