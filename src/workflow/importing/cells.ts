import { cleanText, isHtml, withoutHtml } from '@/cleanText'
import { endOfDay, startOfDay } from '@/shanghaiDay'

/** What a cell says: of pasted web pages the words, without blanks at its ends and what nobody sees. */
export const textIn = (cell: string): string => {
  const text = cleanText(cell)
  return cleanText(isHtml(text) ? withoutHtml(text) : text)
    .replace(/[\u00a0\u3000]/g, ' ')
    .trim()
}

export const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ').trim()

const distinct = (words: readonly string[]) => [...new Set(words.map(oneLine).filter(Boolean))]

/** Several questions in one cell: a line or sign between, or each with its question mark. */
export const questionsIn = (text: string): string[] =>
  distinct(
    text.split(/[\n;；|｜]|#+|(?<=[?？])/).map((one) => one.replace(/^\s*\d+[.、．)）]\s*/, '')),
  )

export const wordsIn = (text: string): string[] => distinct(text.split(/[\n,，、;；|｜#\s]+/))

/** 长期 and the like: no end. */
const always = /^(长期|长期有效|永久|永久有效|无|无期限|不限|-+|—+|\/)$/

const written = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T].*)?$/
const inARow = /^(\d{4})(\d{2})(\d{2})$/

/** The instant at which the day in a cell begins or ends; null for none; undefined for what is no day. */
export function dayIn(text: string, edge: 'start' | 'end'): string | null | undefined {
  if (text === '' || always.test(text)) return null
  const [, year, month, day] = written.exec(text) ?? inARow.exec(text) ?? []
  if (!year || !month || !day) return undefined
  const plain = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = edge === 'start' ? startOfDay(plain) : endOfDay(plain)
  // 31 February is a day in March to Date, and none here.
  const [, , last] = [year, month, new Date(Date.UTC(+year, +month, 0)).getUTCDate()]
  return at && +month >= 1 && +month <= 12 && +day >= 1 && +day <= Number(last)
    ? at.toISOString()
    : undefined
}

const yes = ['是', '公开', '对外公开', '保密', 'true', '1', 'y', 'yes', '√', '✓', '有']
const no = ['否', '不公开', '不保密', 'false', '0', 'n', 'no', '×', '✗', '无']

/** Null where nothing is said; undefined for another word. */
export function yesOrNoIn(text: string): boolean | null | undefined {
  const word = text.toLowerCase()
  if (word === '') return null
  return yes.includes(word) ? true : no.includes(word) ? false : undefined
}

/** 2.02401E+13: a spreadsheet showed a long number shortly, and its last digits are lost. */
export const isShortened = (text: string): boolean => /^\d(\.\d+)?E\+\d+$/i.test(text)

/** The first web address of a cell, if there is one. */
export const addressIn = (text: string): string | null =>
  /https?:\/\/[^\s<>"，。；]+/i.exec(text)?.[0] ?? null

/** As much of a text as may be read aloud: whole sentences where they fit. */
export function beginningOf(text: string, most: number): string {
  const line = oneLine(text)
  if (line.length <= most) return line
  const head = line.slice(0, most)
  const end = Math.max(...['。', '！', '？', '；', '. '].map((mark) => head.lastIndexOf(mark)))
  return end > most / 4 ? head.slice(0, end + 1) : `${head.slice(0, most - 1)}…`
}
