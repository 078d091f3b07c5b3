import type { Library } from '@/access/rules'
import { isLexicalText, nodesOf } from '@/blocks/lexical'
import { toPlain } from '@/blocks/render'
import { isServiceCategory, serviceItemParts } from '@/blocks/serviceItem'
import { wordFinder, type ListedWord, type WordFound } from '@/search/listedWords'
import type { FindingKind } from './findingKinds'
import { maskNumbers, personalNumbers } from './personalNumbers'

/** One thing to look at again: where it stands, with numbers of persons masked. */
export type Finding = {
  kind: FindingKind
  field: string
  /** What stands around it; empty where the whole field is meant. */
  passage: string
  /** Where in the passage, half-open in UTF-16 units; null where all of it is meant. */
  at: [number, number] | null
  /** listedWord: what to say instead, or why. */
  advice?: string
}

export type Checked = {
  library: Library
  /** A working copy, saved or not. */
  text: Readonly<Record<string, unknown>>
  categoryKey: string | null
  fileNames?: readonly string[]
  /** Mobile numbers that are a unit's own: digits only. */
  offices?: ReadonlySet<string>
  words?: readonly ListedWord[]
}

const question = /[?？]|吗|呢|如何|怎么|怎样|什么|哪|谁|多少|多久|几|是否|能否|可否|为何/
const vague = /其他(?:有关|相关)?材料|相关(?:证明)?材料|有关(?:证明)?材料/g

/** What editor and approver should look at again. Findings are shown and counted, never a refusal. */
export function findingsOf(checked: Checked): Finding[] {
  const texts = textsOf(checked.text, checked.fileNames)
  const findWords = wordFinder(checked.words ?? [])
  return [
    ...ofTitle(checked),
    ...ofBlocks(checked),
    ...texts.flatMap((text) => ofText(text, { offices: checked.offices, findWords })),
  ]
}

function ofTitle({ library, text }: Checked): Finding[] {
  if (library !== 'knowledge' && library !== 'plans') return []
  const title = String(text.title ?? '')
  const { text: passage } = maskNumbers(title, personalNumbers(title))
  const found = (kind: FindingKind): Finding => ({ kind, field: 'title', passage, at: null })
  return [
    ...(question.test(title) ? [] : [found('titleIsNoQuestion')]),
    ...((title.match(/[?？]/g) ?? []).length > 1 ? [found('titleIsTwoQuestions')] : []),
  ]
}

function ofBlocks({ library, text, categoryKey }: Checked): Finding[] {
  const blocks = isLexicalText(text.body)
    ? [...nodesOf(text.body.root)].filter(({ type }) => type === 'block')
    : []
  const isService = library === 'knowledge' && isServiceCategory(categoryKey)
  const found = (kind: FindingKind, passage = ''): Finding => ({
    ...{ kind, field: 'body', passage },
    at: null,
  })
  return [
    ...blocks
      .filter(({ fields }) => isEmpty(fields?.content) && isEmpty(fields?.items))
      .map(({ fields }) => found('emptyBlock', labelOf(fields?.blockType))),
    ...(isService && blocks.length === 0 ? [found('noServiceBlocks')] : []),
  ]
}

type Means = { offices: Checked['offices']; findWords: (text: string) => WordFound[] }

function ofText({ field, text }: FieldText, { offices, findWords }: Means): Finding[] {
  const numbers = personalNumbers(text).filter(
    ({ kind, digits }) => kind !== 'mobileNumber' || !offices?.has(digits),
  )
  const masked = maskNumbers(text, numbers)
  const at = (kind: FindingKind, range: [number, number], advice?: string): Finding => ({
    ...{ kind, field, ...passageOf(masked.text, range) },
    ...(advice ? { advice } : {}),
  })
  const vagueIn = ['body', 'content', 'result'].includes(field)
    ? [...masked.text.matchAll(vague)]
    : []
  return [
    ...vagueIn.map((match) => {
      const { 0: found, index } = match
      return at('vagueMaterials', [index, index + found.length])
    }),
    ...numbers.map(({ kind }, which) => at(kind, masked.ranges[which] ?? [0, 0])),
    ...findWords(masked.text).map(({ listed, range }) => at('listedWord', range, listed.advice)),
  ]
}

const labelOf = (blockType: unknown): string =>
  serviceItemParts.find(({ slug }) => slug === blockType)?.label.zh ?? ''

const isEmpty = (value: unknown) =>
  Array.isArray(value) ? value.length === 0 : typeof value !== 'string' || value.trim() === ''

/** A short piece of a text, and where in it stands what it is shown for. */
export type Passage = { passage: string; at: [number, number] }

const around = 18

/** What stands around a place of a text, within its line and never with half a character. */
export function passageOf(text: string, [from, to]: readonly [number, number]): Passage {
  const before = [...text.slice(0, from).split('\n').at(-1)!]
  const after = [...text.slice(to).split('\n')[0]!]
  const start = before.length > around ? `…${before.slice(-around).join('')}` : before.join('')
  const end = after.length > around ? `${after.slice(0, around).join('')}…` : after.join('')
  const marked = text.slice(from, to)
  return { passage: start + marked + end, at: [start.length, start.length + marked.length] }
}

/** How many of each kind; what a record keeps of them, and never what was found. */
export type FindingCounts = Partial<Record<FindingKind, number>>

/** Null where nothing was found. */
export function countFindings(findings: readonly Pick<Finding, 'kind'>[]): FindingCounts | null {
  const counts: FindingCounts = {}
  for (const { kind } of findings) counts[kind] = (counts[kind] ?? 0) + 1
  return findings.length > 0 ? counts : null
}

/** What people wrote in one field, as plain text. */
type FieldText = { field: string; text: string }

/** Of a working copy, and the sentence that readers of a withdrawn one get. */
const written = [
  ...['title', 'summary', 'content', 'result', 'similarQuestions', 'keywords', 'basis'],
  'sentence',
]

/** Every text of a working copy that readers see, field by field; names of files as they are given. */
export function textsOf(
  copy: Readonly<Record<string, unknown>>,
  fileNames: readonly string[] = [],
): FieldText[] {
  const body = isLexicalText(copy.body) ? [toPlain(copy.body), ...linksOf(copy.body.root)] : []
  const contact = Object.values((copy.contact ?? {}) as Record<string, unknown>)
  return [
    ...written.map((field) => ({ field, text: joined(copy[field]) })),
    { field: 'body', text: body.join('\n') },
    { field: 'contact', text: joined(contact) },
    { field: 'attachments', text: joined(fileNames) },
  ].filter(({ text }) => text !== '')
}

/** `tel:` and `mailto:` carry numbers that the text itself does not show. */
const linksOf = (root: Parameters<typeof nodesOf>[0]): string[] =>
  [...nodesOf(root)]
    .map(({ fields }) => fields?.url)
    .filter((url): url is string => typeof url === 'string' && /^(?:tel|mailto|sms):/i.test(url))

const joined = (value: unknown): string =>
  [value]
    .flat()
    .filter((part): part is string => typeof part === 'string')
    .join('\n')
