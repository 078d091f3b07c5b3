import { constants } from 'node:buffer'
import { readFile, stat } from 'node:fs/promises'
import { setImmediate as breathe } from 'node:timers/promises'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { encodingOf, isWorkbook } from '@/sheets/text/encodingOf'
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
  const lines = linesOf(await textIn(path))
  let [known, objects] = [0, 0]
  for (const [at, text] of lines.entries()) {
    if (at % 100 === 99) await breathe()
    if (text.trim() === '') continue
    known += 1
    const { item, fault, isObject } = readItem(text, at + 1, lineOf)
    if (isObject) objects += 1
    if (item) read.items.push(item)
    if (fault) read.faults.push(fault)
  }
  if (known === 0) throw new UnreadableFile(`文件是空的：${path}。The file is empty.`)
  if (objects === 0) throw new UnreadableFile(noObjects(path))
  return read
}

/** Not by other signs that some count as ends of lines, and JSON does not. */
const linesOf = (text: string): string[] => text.split(/\r\n|\n|\r/)

/** Whatever its name says: packed or not, in any of the encodings of Unicode. */
async function textIn(path: string): Promise<string> {
  const bytes = await unpacked(path).catch((error: unknown) => {
    if (error instanceof UnreadableFile) throw error
    throw new UnreadableFile(sentenceFor(path, error as NodeJS.ErrnoException))
  })
  if (isWorkbook(bytes)) throw new UnreadableFile(workbook(path))
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
  } catch {
    const begin = Buffer.from(bytes.subarray(0, 100)).toString('latin1').trimStart()
    throw new UnreadableFile(begin.startsWith('{') ? otherEncoding(path) : noObjects(path))
  }
}

/** The engine holds no longer text, counted in the bytes it is decoded from. */
const longest = constants.MAX_STRING_LENGTH

async function unpacked(path: string): Promise<Uint8Array> {
  const { size } = await stat(path)
  if (size > longest) throw new UnreadableFile(tooLarge(path))
  const bytes = await readFile(path)
  if (bytes[0] === 0x1f && bytes[1] === 0x8b)
    return promisify(gunzip)(bytes, { maxOutputLength: longest })
  if (path.endsWith('.gz'))
    throw new UnreadableFile(`不是 gzip 压缩文件：${path}。This is no gzip archive.`)
  return bytes
}

const workbook = (path: string) =>
  `这是 Excel、WPS 等的表格或文档：${path}；导入需要每行一个 JSON 对象的文本（NDJSON）。A workbook or document; one JSON object a line is needed (NDJSON).`

const otherEncoding = (path: string) =>
  `文件的编码不是 UTF-8（可能是 GB 18030）：${path}，请另存为 UTF-8 后再导入。The file is not encoded as UTF-8.`

const tooLarge = (path: string) =>
  `文件太大：${path}，解压后最多 512 MB；请按行分成几个文件，逐个导入。The file is larger than 512 MB when unpacked: split it by lines.`

const noObjects = (path: string) =>
  `没有一行是 JSON 对象：${path}；需要每行一个对象（NDJSON），不是 JSON 数组、CSV 或表格。No line is a JSON object: one object a line (NDJSON), no array, CSV or sheet.`

function readItem(
  text: string,
  line: number,
  lineOf: Map<string, number>,
): { item?: Item; fault?: Fault; isObject: boolean } {
  const read = readRow(text.replace(/^\ufeff/, ''))
  if ('error' in read) {
    const { code, error, isObject } = read
    return { fault: { line, code, sentence: error }, isObject }
  }
  const { code } = read.row
  const first = lineOf.get(code)
  if (first !== undefined) {
    const sentence = `与第 ${first} 行的 TASK_CODE 相同。The same TASK_CODE as in line ${first}.`
    return { fault: { line, code, sentence }, isObject: true }
  }
  lineOf.set(code, line)
  const result = mapRow(read.row)
  if ('error' in result) return { fault: { line, code, sentence: result.error }, isObject: true }
  return { item: { ...result.mapped, line }, isObject: true }
}

function sentenceFor(path: string, { code = '' }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return `没有这个文件：${path}。There is no such file.`
  if (code === 'ERR_BUFFER_TOO_LARGE') return tooLarge(path)
  if (code.startsWith('Z_')) return `压缩文件不完整：${path}。The archive is broken.`
  return `无法读取 ${path}（${code}）。The file cannot be read (${code}).`
}
