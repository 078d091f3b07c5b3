import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { setImmediate as breathe } from 'node:timers/promises'
import { createGunzip } from 'node:zlib'
import { mapRow, type MappedRow } from './mapRow'
import { readRow } from './sourceRow'

export type Item = MappedRow & { line: number }
/** A row that can't be taken, with the sentence that says why. */
export type Fault = { line: number; code?: string; sentence: string }
export type Items = { items: Item[]; faults: Fault[] }

/** The file itself can't be read; the message is a sentence for whoever typed the command. */
export class UnreadableFile extends Error {}

/** Reads and checks the whole file before anything is written; one JSON object a line, gzipped or not. */
export async function readItems(path: string): Promise<Items> {
  const read: Items = { items: [], faults: [] }
  const lineOf = new Map<string, number>()
  let line = 0
  try {
    for await (const text of linesOf(path)) {
      line += 1
      if (line % 100 === 0) await breathe()
      if (text.trim() === '') continue
      const { item, fault } = readItem(text, line, lineOf)
      if (item) read.items.push(item)
      if (fault) read.faults.push(fault)
    }
  } catch (error) {
    throw new UnreadableFile(sentenceFor(path, error as NodeJS.ErrnoException))
  }
  return read
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const file = createReadStream(path)
  const input = path.endsWith('.gz') ? file.pipe(createGunzip()) : file
  // A pipe does not hand errors on, and readline swallows those of its input.
  const failed = new Promise<never>((_, fail) => {
    file.once('error', fail)
    input.once('error', fail)
  })
  failed.catch(() => {})
  const lines = createInterface({ input, crlfDelay: Infinity })[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next = await Promise.race([lines.next(), failed])
      if (next.done) break
      yield next.value
    }
    // A truncated archive ends the lines before its error arrives.
    await Promise.race([breathe(), failed])
  } finally {
    file.destroy()
  }
}

function readItem(
  text: string,
  line: number,
  lineOf: Map<string, number>,
): { item?: Item; fault?: Fault } {
  const read = readRow(text.replace(/^\ufeff/, ''))
  if ('error' in read) return { fault: { line, code: read.code, sentence: read.error } }
  const { code } = read.row
  const first = lineOf.get(code)
  if (first !== undefined) {
    const sentence = `与第 ${first} 行的 TASK_CODE 相同。The same TASK_CODE as in line ${first}.`
    return { fault: { line, code, sentence } }
  }
  lineOf.set(code, line)
  const result = mapRow(read.row)
  if ('error' in result) return { fault: { line, code, sentence: result.error } }
  return { item: { ...result.mapped, line } }
}

function sentenceFor(path: string, { code = '' }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return `没有这个文件：${path}。There is no such file.`
  if (code.startsWith('Z_')) return `压缩文件不完整：${path}。The archive is broken.`
  return `无法读取 ${path}（${code}）。The file cannot be read (${code}).`
}
