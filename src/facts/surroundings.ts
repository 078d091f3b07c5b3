import { parts } from '@/blocks/serviceItem'
import type { Around } from './matters'

/** What stands around each place of a text; its lines and paragraphs are looked at once. */
export type Surroundings = {
  of(from: number, to: number): Around
  /** Does the line, its block or its heading name telephoning? */
  isAboutPhones(at: number): boolean
  /** The clause with `#` in place of the fact. */
  clauseOf(from: number, to: number): string
  /** Whose phone or address it is: the body named right before it in its sentence. */
  holderOf(from: number): string | null
}

type Line = { from: number; to: number; label: string; under: string }

const blockNames = new Set<string>(parts.map(({ label }) => label.zh))
const labelled = /^[\s\d.、()一二三四五六七八九十]*([^：:，。；,;\n]{2,16})[：:]/u
/** A line without a sign at its end is called a heading where a paragraph follows. */
const heading = /^[^，。；：,;:！？!?\n]{2,16}$/u
const phoneWords = /电话|热线|联系方式|联络方式|传真|号码/u
const ends = /[。；;！!？?\n]/u
const clauseEnds = /[，,。；;！!？?\n、()（）]/u
const longest = 30

export function surroundingsOf(text: string): Surroundings {
  const lines = linesOf(text)
  const lineAt = (at: number): Line => {
    let [low, high] = [0, lines.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (lines[middle]!.from <= at) low = middle
      else high = middle - 1
    }
    return lines[low] ?? { from: 0, to: text.length, label: '', under: '' }
  }
  const nameOf = ({ label, under }: Line) => [under, label].filter(Boolean).join(' ')
  const back = (at: number, end: RegExp, least: number): number => {
    let from = at
    while (from > least && !end.test(text[from - 1]!)) from -= 1
    return from
  }
  const clauseFrom = (at: number) => back(at, clauseEnds, Math.max(lineAt(at).from, at - longest))
  const behindOf = (to: number) => {
    const behind = text.slice(to, to + longest)
    const end = behind.search(clauseEnds)
    return end < 0 ? behind : behind.slice(0, end)
  }
  return {
    of(from, to) {
      const line = lineAt(from)
      const clause = clauseFrom(from)
      const sentence = back(clause, ends, line.from)
      return {
        before: text.slice(clause, from),
        behind: behindOf(to),
        label: nameOf(line),
        sentence: text.slice(sentence, clause),
      }
    },
    isAboutPhones: (at) => phoneWords.test(nameOf(lineAt(at))),
    clauseOf(from, to) {
      const start = clauseFrom(from)
      const line = lineAt(from)
      const own = `${text.slice(start, from)}#${behindOf(to)}`.trim()
      return line.label && start > line.from + line.label.length ? `${line.label}：${own}` : own
    },
    holderOf(from) {
      const start = back(from, ends, Math.max(lineAt(from).from, from - longest))
      return holderIn(text.slice(start, from))
    },
  }
}

function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let [from, under, isFirst] = [0, '', true]
  for (const written of text.split('\n')) {
    const to = from + written.length
    const label = labelled.exec(written)?.[1]?.trim() ?? ''
    if (written.trim() === '') isFirst = true
    else {
      // What stands under the name of a block goes on until the next one, a heading until the next heading.
      if (blockNames.has(label)) under = label
      else if (isFirst && heading.test(written)) under = written
      else if (isFirst && blockNames.has(under)) under = ''
      isFirst = false
    }
    lines.push({ from, to, label, under: under === label ? '' : under })
    from = to + 1
  }
  return lines
}

const body =
  /([\p{Script=Han}]{1,24}?(?:局|委员会|卫健委|发改委|中心|大厅|医院|院|所|派出所|站|支队|大队|科|处|室|办公室|公司|银行|大学|学校|馆|社区|街道|镇|乡|窗口|服务台|分局|税务局|政府))(?:的)?(?:[\p{Script=Han}]{0,6}(?:电话|热线|号码|地址|地点)|地址|位于|在)?(?:是|为)?\s*[:：(（]?\s*$/u
const leading = /^.*(?:拨打|致电|咨询|联系|前往|请到|请向|或者|以及|也可向|可到|可向|请|向|到|由)/u

function holderIn(before: string): string | null {
  const found = body.exec(before)?.[1]
  const name = found?.replace(leading, '') ?? ''
  return name.length > 2 ? name : null
}
