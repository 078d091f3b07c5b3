import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { SearchDocument } from '@/search/types'

/** Evaluation material that is no part of the project; what uses it says so and skips where it is absent. */
export const dataFolder = resolve('..', 'shared', 'data')

export type Judged = { text: string; relevant: string[]; kind: string }

export type JudgedSet = { name: string; documents: SearchDocument[]; queries: Judged[] }

export const NOW = Date.parse('2026-11-22T00:00:00Z')

/** Something is wrong with what was given; the message is for whoever runs the benchmark. */
export class Unreadable extends Error {}

/** A set of the evaluation material by its name; null where it is absent. */
export function judgedSet(name: string, folder = dataFolder): JudgedSet | null {
  const [corpus = '', queries = ''] = ['corpus', 'queries'].map((part) =>
    join(folder, name, `${part}.jsonl.gz`),
  )
  return existsSync(corpus) && existsSync(queries) ? readSet(name, corpus, queries) : null
}

/** Two files of one JSON object a line, plain or compressed; throws `Unreadable` with file and line. */
export function readSet(name: string, corpus: string, queries: string): JudgedSet {
  return { name, documents: readCorpus(corpus), queries: linesOf(queries, aQuery).map(asJudged) }
}

/** A file of one JSON object with `id`, `title` and `answer` a line; throws `Unreadable` with file and line. */
export function readCorpus(file: string): SearchDocument[] {
  return linesOf(file, aDocument).map(toDocument)
}

/** The rows of a file of one JSON object a line; throws `Unreadable` where one is none or not `fit`. */
export function linesOf<Row>(file: string, fit?: Fit<Row>): Row[] {
  const rows = readLines(file).flatMap((line, at) => {
    if (line.trim() === '') return []
    const place = `${file}, line ${at + 1}`
    const row = parsed(line, place)
    if (fit && !fit.is(row)) throw new Unreadable(`${place}: ${fit.expected}`)
    return [row as Row]
  })
  if (rows.length === 0) throw new Unreadable(`${file} holds nothing.`)
  return rows
}

function readLines(file: string): string[] {
  try {
    const bytes = readFileSync(file)
    return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes)
      .toString()
      .replace(/^\ufeff/, '')
      .split('\n')
  } catch (error) {
    throw new Unreadable(`${file} cannot be read: ${(error as Error).message}`)
  }
}

function parsed(line: string, place: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw new Unreadable(`${place}: this is no JSON.`)
  }
}

type Line = { id: string | number; title: string; answer?: string | null }
type Query = { text: string; relevant: (string | number)[]; kind?: string }

/** What a row must be, and how to say so. */
type Fit<Row> = { is: (row: unknown) => row is Row; expected: string }

const aDocument: Fit<Line> = {
  is: (row): row is Line => {
    const { id, title, answer } = (row ?? {}) as Partial<Line>
    return isId(id) && typeof title === 'string' && (answer == null || typeof answer === 'string')
  },
  expected: 'a document has an id, a title and an answer.',
}

const aQuery: Fit<Query> = {
  is: (row): row is Query => {
    const { text, relevant, kind } = (row ?? {}) as Partial<Query>
    const isKind = kind === undefined || typeof kind === 'string'
    return typeof text === 'string' && isKind && Array.isArray(relevant) && relevant.every(isId)
  },
  expected: 'a query has a text, a list of relevant ids and a kind.',
}

function isId(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number'
}

function asJudged({ text, relevant, kind }: Query): Judged {
  return { text, relevant: relevant.map(String), kind: kind ?? 'all' }
}

export function toDocument(line: Line): SearchDocument {
  const id = String(line.id)
  return {
    id,
    version: 1,
    number: id,
    library: 'knowledge',
    title: line.title,
    summary: '',
    text: line.answer ?? '',
    similarQuestions: [],
    keywords: [],
    basis: '',
    attachments: [],
    contact: '',
    unit: 'unit',
    unitAbove: null,
    unitName: '',
    category: '',
    categoryName: '',
    themes: [],
    openToUnits: true,
    openToPublic: true,
    validFrom: null,
    validUntil: null,
    approvedAt: NOW,
  }
}
