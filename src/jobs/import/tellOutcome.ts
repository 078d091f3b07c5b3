import { findingNames } from '@/i18n/reviewing'
import { findingKinds } from '@/workflow/findings/findingKinds'
import type { FindingCounts } from '@/workflow/findings/findingsOf'
import type { Fault, Item } from './readItems'

export type Tally = {
  created: number
  updated: number
  unchanged: number
  submitted: number
  /** Not submitted, because a number of a person stands in the text: an editor looks first. */
  held: number
  /** Not submitted, because a person took them up since. */
  left: number
  units: number
  kept: Fault[]
  faults: Fault[]
  /** Personal numbers, listed words and the like, by line. */
  found: { line: number; counts: FindingCounts }[]
  isStopped: boolean
}

/** How many doubtful rows of a kind are named; the others are counted. */
const named = 5

/** So many rows of a section are told one by one. */
const mostTold = 50

/** What the person at the terminal reads afterwards: which rows were not taken, and why. */
export function tellOutcome(tally: Tally, items: readonly Item[]): string {
  const { created, updated, unchanged, submitted, held, units, kept, faults } = tally
  return [
    ...(tally.isStopped ? ['已中止；再次运行会接着导入。Stopped; run it again to go on.'] : []),
    `新建 ${created}，更新 ${updated}，未变 ${unchanged}，保留人工修改 ${kept.length}，出错 ${faults.length}；新单位 ${units}，提交审批 ${submitted}。`,
    `Created ${created}, updated ${updated}, unchanged ${unchanged}, left as people changed them ${kept.length}, errors ${faults.length}; new units ${units}, submitted ${submitted}.`,
    ...(held > 0
      ? [
          `${held} 条含疑似个人号码，存为草稿、未提交：请编辑核对后提交。${held} hold numbers of persons and were left as drafts: an editor looks first.`,
        ]
      : []),
    ...section('未导入的行 Rows not imported', faults),
    ...section('未覆盖的行 Rows left alone', kept),
    ...notesOf(items),
    ...foundIn(tally),
  ].join('\n')
}

function section(title: string, rows: readonly Fault[]): string[] {
  if (rows.length === 0) return []
  const inOrder = [...rows].sort((one, other) => one.line - other.line)
  const more = inOrder.length - mostTold
  return [
    ...['', `${title}:`, ...inOrder.slice(0, mostTold).map(tell)],
    ...(more > 0 ? [`  另有 ${more} 行。${more} more.`] : []),
  ]
}

const tell = ({ line, code, sentence }: Fault) =>
  `  第 ${line} 行 line ${line}  ${code ?? '—'}  ${sentence}`

function notesOf(items: readonly Item[]): string[] {
  const kinds = new Map<string, Item[]>()
  for (const item of items) {
    for (const note of item.notes) {
      const kind = note.replace(/：.*/, '')
      kinds.set(kind, [...(kinds.get(kind) ?? []), item])
    }
  }
  if (kinds.size === 0) return []
  const lines = [...kinds].map(([kind, found]) => {
    const some = found.slice(0, named).map(({ line }) => line)
    const more = found.length > named ? '…' : ''
    return `  ${kind}：${found.length} 行 rows（${some.join('、')}${more}）`
  })
  return ['', '已导入但请编辑核对 Imported, worth a look:', ...lines]
}

/** How many lines of a kind of finding are named. */
const mostLines = 20

function foundIn({ found }: Tally): string[] {
  if (found.length === 0) return []
  const told = findingKinds.flatMap((kind) => {
    const lines = found.filter(({ counts }) => counts[kind])
    if (lines.length === 0) return []
    const total = lines.reduce((sum, { counts }) => sum + (counts[kind] ?? 0), 0)
    const some = lines.slice(0, mostLines).map(({ line, counts }) => {
      const times = counts[kind] ?? 0
      return times > 1 ? `${line}×${times}` : `${line}`
    })
    const more = lines.length > mostLines ? '…' : ''
    const name = `${findingNames[kind]?.zh} ${findingNames[kind]?.en}`
    return [`  ${name}：${total} 处，${lines.length} 行 rows（${some.join('、')}${more}）`]
  })
  return ['', '内容里需留意之处 To be looked at in the texts:', ...told]
}
