import { longestSummary, noticeKinds, type Library } from '@/access/rules'
import { composeBody, type Block } from '@/blocks/asWritten'
import { unify } from '@/blocks/unify'
import { importSaid as says } from '@/i18n/importSheets'
import { noticeKindNames } from '@/i18n/names'
import type { Columns, Options, Said } from './batch'
import * as cells from './cells'
import { sheetFields } from './sheetFields'

/** A row of a sheet as the text it asks for; only what the sheet says something of. */
export type MappedRow = {
  title: string
  unitName: string
  number: string
  sourceKey: string
  /** The path of categories as it is written, for knowledge. */
  category: string
  data: Record<string, unknown>
  /** Why it can't be taken. */
  refused: Said[]
  /** What to look at although it is. */
  said: Said[]
}

const longestTitle = 200
const longestText = 20_000
const mostBody = 100_000

/** Reads rows of one sheet: its headings, the field each was given, and what was chosen for all rows. */
export function rowMapper(given: {
  library: Library
  headings: readonly string[]
  columns: Columns
  options: Options
}): (row: readonly string[]) => MappedRow {
  const { library, headings, columns, options } = given
  const placeOf = new Map<string, number>()
  headings.forEach((heading, at) => {
    const field = columns[heading]
    if (field && !placeOf.has(field)) placeOf.set(field, at)
  })
  const nameOf = (key: string) => headings[placeOf.get(key) ?? -1] ?? key
  return (row) => {
    const has = (key: string) => placeOf.has(key)
    const textOf = (key: string) => cells.textIn(row[placeOf.get(key) ?? -1] ?? '')
    const reader = { has, textOf, nameOf, options, refused: [] as Said[], said: [] as Said[] }
    const title = cells.oneLine(textOf('title'))
    if (title === '') reader.refused.push(says.titleMissing)
    if (title.length > longestTitle) reader.refused.push(says.titleTooLong)
    for (const { key } of sheetFields[library].filter(({ key }) => keys.includes(key))) {
      if (cells.isShortened(textOf(key))) reader.refused.push(says.shortened(nameOf(key)))
    }
    const data = { title, ...textsOf[library](reader), ...switchesOf(library, reader) }
    return {
      ...{ title, data, refused: reader.refused, said: reader.said },
      unitName: cells.oneLine(textOf('unit')),
      number: textOf('number').toUpperCase(),
      sourceKey: cells.oneLine(textOf('sourceKey')).slice(0, 200),
      category: library === 'knowledge' ? textOf('category') : '',
    }
  }
}

const keys = ['number', 'sourceKey']

type Reader = {
  has: (key: string) => boolean
  textOf: (key: string) => string
  nameOf: (key: string) => string
  options: Options
  refused: Said[]
  said: Said[]
}

type Texts = (reader: Reader) => Record<string, unknown>

const textsOf: Record<Library, Texts> = {
  knowledge: (reader) => {
    const { has, textOf } = reader
    const lists = {
      ...(has('similarQuestions') && {
        similarQuestions: cells.questionsIn(textOf('similarQuestions')),
      }),
      ...(has('keywords') && { keywords: cells.wordsIn(textOf('keywords')) }),
      ...(has('basis') && { basis: limited(reader, 'basis', 500) }),
    }
    return { ...answerOf(reader), ...lists, ...validityOf(reader) }
  },
  plans: (reader) => answerOf(reader),
  notices: (reader) => ({ ...kindOf(reader), body: bodyOf(reader, blocksOf(reader)) }),
  cases: (reader) => ({
    content: needed(reader, 'content', longestText),
    result: needed(reader, 'result', longestText),
    ...(reader.has('sourceKey') && {
      orderNumber: cells.oneLine(reader.textOf('sourceKey')) || null,
    }),
  }),
}

/** 概要 and 正文; where no column gives the former it is the beginning of the answer. */
function answerOf(reader: Reader): Record<string, unknown> {
  const { has, textOf, said } = reader
  const body = bodyOf(reader, [...blocksOf(reader), ...furtherOf(reader)])
  const whole = textOf('answer')
  const given = has('summary') ? limited(reader, 'summary', longestSummary) : ''
  if (given === '' && cells.oneLine(whole).length > longestSummary) said.push(says.summaryMade)
  return { summary: given || cells.beginningOf(whole, longestSummary), body }
}

const blocksOf = (reader: Reader): Block[] =>
  needed(reader, 'answer', mostBody)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((p) => ({ p }))

/** What has no field of its own stands in the text, where readers look for it. */
function furtherOf({ has, textOf }: Reader): Block[] {
  const [districts, link] = [textOf('districts'), textOf('link')]
  return [
    ...(has('districts') && districts ? [{ scope: `适用地区：${cells.oneLine(districts)}` }] : []),
    ...(has('link') && link
      ? [
          {
            channels: {
              ways: [{ way: 'online' as const, detail: cells.addressIn(link) ?? link }],
              result: '',
            },
          },
        ]
      : []),
  ]
}

/** As every save stores it, so that the same sheet gives the same text. */
const bodyOf = ({ refused }: Reader, blocks: Block[]) =>
  refused.length > 0 ? null : unify(composeBody(blocks))

function needed(reader: Reader, key: string, most: number): string {
  const text = limited(reader, key, most)
  if (text === '') reader.refused.push(says.textMissing(reader.nameOf(key)))
  return text
}

function limited({ textOf, nameOf, refused }: Reader, key: string, most: number): string {
  const text = textOf(key)
  if (text.length > most) refused.push(says.tooLong(nameOf(key), most))
  return text
}

function validityOf({ has, textOf, nameOf, refused }: Reader): Record<string, unknown> {
  const ends = { validFrom: 'start', validUntil: 'end' } as const
  const days: Record<string, string | null> = {}
  for (const [key, edge] of Object.entries(ends).filter(([name]) => has(name))) {
    const day = cells.dayIn(textOf(key), edge)
    if (day === undefined) refused.push(says.noDay(nameOf(key), textOf(key).slice(0, 30)))
    else days[key] = day
  }
  const { validFrom, validUntil } = days
  if (validFrom && validUntil && validUntil < validFrom) refused.push(says.endBeforeBegin)
  return days
}

function kindOf({ has, textOf, refused }: Reader): Record<string, unknown> {
  const given = textOf('kind')
  if (!has('kind') || given === '') return { kind: noticeKinds[0] }
  const kind = noticeKinds.find((one) => one === given || noticeKindNames[one].zh === given)
  const known = noticeKinds.map((one) => noticeKindNames[one].zh).join('、')
  if (!kind) refused.push(says.noKind(given.slice(0, 30), known))
  return { kind }
}

const switchesIn: Record<Library, readonly string[]> = {
  knowledge: ['openToUnits', 'openToPublic'],
  plans: ['openToUnits'],
  notices: ['openToUnits', 'openToPublic'],
  cases: ['openToPublic', 'isConfidential'],
}

/** What the sheet or the choice for all rows says; of what neither says nothing is told, and nothing opened. */
function switchesOf(library: Library, reader: Reader): Record<string, unknown> {
  const said = Object.fromEntries(
    switchesIn[library].flatMap((key) => {
      const value = switchOf(reader, key)
      return value === null ? [] : [[key, value]]
    }),
  )
  if (said.openToPublic === true && said.isConfidential === true) {
    reader.refused.push(says.confidential)
  }
  if (said.openToPublic !== true || library === 'cases') return said
  if (said.openToUnits === false) reader.refused.push(says.publicNotUnits)
  return { ...said, openToUnits: true }
}

function switchOf({ has, textOf, nameOf, options, refused }: Reader, key: string): boolean | null {
  const chosen = key === 'openToUnits' || key === 'openToPublic' ? options[key] : 'sheet'
  if (chosen !== 'sheet') return chosen === 'yes'
  if (!has(key)) return null
  const value = cells.yesOrNoIn(textOf(key))
  if (value === undefined) refused.push(says.noChoice(nameOf(key), textOf(key).slice(0, 30)))
  return value ?? null
}
