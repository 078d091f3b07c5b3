import type { Library } from '@/access/rules'
import { isLexicalText, nodesOf } from '@/blocks/lexical'
import type { Appearance, WorkingText } from './publication'

export type Finding =
  | 'titleIsNoQuestion'
  | 'titleIsTwoQuestions'
  | 'vagueMaterials'
  | 'emptyBlock'
  | 'noServiceBlocks'
  | 'personalNumber'

const question = /[?？]|吗|呢|如何|怎么|怎样|什么|哪|谁|多少|多久|几|是否|能否|可否|为何/
const vague = /其他(有关|相关)?材料|相关(证明)?材料|有关(证明)?材料/
/** Identity cards (18 digits) and mobile numbers of persons; offices' lines look different. */
const personal = /(?<!\d)(?:\d{17}[\dXx]|1[3-9]\d{9})(?!\d)/

/** What editor and approver should look at again. Findings are shown, never a refusal. */
export function findingsOf(library: Library, text: WorkingText, appearance: Appearance): Finding[] {
  const { title, summary, plain, categoryKey } = appearance
  const blocks = isLexicalText(text.body)
    ? [...nodesOf(text.body.root)].filter(({ type }) => type === 'block')
    : []
  const isAnswer = library === 'knowledge' || library === 'plans'
  const isService = library === 'knowledge' && ['powers', 'services'].includes(categoryKey ?? '')
  const found: [Finding, boolean][] = [
    ['titleIsNoQuestion', isAnswer && !question.test(title)],
    ['titleIsTwoQuestions', isAnswer && (title.match(/[?？]/g) ?? []).length > 1],
    ['vagueMaterials', vague.test(plain)],
    ['emptyBlock', blocks.some(({ fields }) => isEmpty(fields?.content) && isEmpty(fields?.items))],
    ['noServiceBlocks', isService && blocks.length === 0],
    ['personalNumber', personal.test(`${title}\n${summary}\n${plain}`)],
  ]
  return found.filter(([, applies]) => applies).map(([finding]) => finding)
}

const isEmpty = (value: unknown) =>
  Array.isArray(value) ? value.length === 0 : typeof value !== 'string' || value.trim() === ''
