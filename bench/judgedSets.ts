import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { SearchDocument } from '@/search/types'

/** Evaluation material that is no part of the project; what uses it says so and skips where it is absent. */
export const dataFolder = resolve('..', 'shared', 'data')

export type Judged = { qid: string; text: string; relevant: string[]; kind: string }

export type JudgedSet = { name: string; documents: SearchDocument[]; queries: Judged[] }

type Line = { id: string; title: string; answer: string; category: string }

export const NOW = Date.parse('2026-11-22T00:00:00Z')

export function judgedSet(name: string, folder = dataFolder): JudgedSet | null {
  const files = ['corpus', 'queries'].map((part) => join(folder, name, `${part}.jsonl.gz`))
  const [corpus, queries] = files
  if (!corpus || !queries || !files.every((file) => existsSync(file))) return null
  return {
    name,
    documents: linesOf<Line>(corpus).map(toDocument),
    queries: linesOf<Judged>(queries),
  }
}

export function linesOf<Row>(file: string): Row[] {
  const bytes = readFileSync(file)
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row)
}

export function toDocument(line: Pick<Line, 'id' | 'title' | 'answer'>): SearchDocument {
  return {
    id: line.id,
    version: 1,
    number: line.id,
    library: 'knowledge',
    title: line.title,
    summary: '',
    text: line.answer,
    similarQuestions: [],
    keywords: [],
    unit: 'unit',
    unitAbove: null,
    unitName: '',
    category: '',
    categoryName: '',
    openToUnits: true,
    openToPublic: true,
    validFrom: null,
    validUntil: null,
    approvedAt: NOW,
  }
}
