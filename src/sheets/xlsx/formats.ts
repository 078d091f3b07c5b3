import { numberText } from '../numberText'

/** How a cell shows a number, as far as it says what the number is. */
export type Format =
  | { kind: 'plain' }
  | { kind: 'percent' }
  /** `00000`: a number of so many digits. */
  | { kind: 'padded'; digits: number }
  | { kind: 'date'; hasDay: boolean; hasTime: boolean }

const plain: Format = { kind: 'plain' }
const day: Format = { kind: 'date', hasDay: true, hasTime: false }
const time: Format = { kind: 'date', hasDay: false, hasTime: true }

const between = (from: number, to: number, format: Format): [number, Format][] =>
  Array.from({ length: to - from + 1 }, (_, at) => [from + at, format])

/** ISO/IEC 29500-1, 18.8.30, those of Chinese included. */
const builtIn = new Map<number, Format>([
  ...between(9, 10, { kind: 'percent' }),
  ...between(14, 17, day),
  ...between(18, 21, time),
  [22, { kind: 'date', hasDay: true, hasTime: true }],
  ...between(27, 31, day),
  ...between(32, 35, time),
  [36, day],
  ...between(45, 47, time),
  ...between(50, 54, day),
  ...between(55, 56, time),
  ...between(57, 58, day),
])

/** @param code what the workbook says of the format, where it is one of its own */
export function formatOf(id: number, code: string | undefined): Format {
  if (code === undefined) return builtIn.get(id) ?? plain
  const [shown = ''] = code
    .replace(/"[^"]*"|\\.|[_*]./g, '')
    // Colours, languages and conditions, but not hours beyond a day.
    .replace(/\[(?!(h+|m+|s+)\])[^\]]*\]/gi, '')
    .split(';')
  const letters = shown.toLowerCase().replace(/general|am\/pm|a\/p|e[+-]/g, '')
  const hasTime = /[hs]/.test(letters)
  const hasDay = /[ydeg]/.test(letters) || (letters.includes('m') && !hasTime)
  if (hasDay || hasTime) return { kind: 'date', hasDay, hasTime }
  if (shown.includes('%')) return { kind: 'percent' }
  return /^0{2,}$/.test(shown) ? { kind: 'padded', digits: shown.length } : plain
}

/** What a cell with a number in it says: dates and times in one form, whatever form they are shown in. */
export function shown(raw: string, format: Format, is1904: boolean): string {
  // Some programs write more digits than a number holds.
  if (/^\d{16,}$/.test(raw)) return raw
  const value = Number(raw)
  if (raw.trim() === '' || !Number.isFinite(value)) return raw
  switch (format.kind) {
    case 'plain':
      return numberText(value)
    case 'percent':
      return `${numberText(value * 100)}%`
    case 'padded':
      return Number.isInteger(value) && value >= 0
        ? numberText(value).padStart(format.digits, '0')
        : numberText(value)
    case 'date':
      return moment(value, format, is1904) ?? numberText(value)
  }
}

const secondsADay = 86_400
/** The day after 31 December 9999. */
const beyond = 2_958_466

function moment(
  value: number,
  { hasDay, hasTime }: { hasDay: boolean; hasTime: boolean },
  is1904: boolean,
): string | null {
  if (value < 0 || value >= beyond) return null
  const seconds = Math.round(value * secondsADay)
  const [days, rest] = [Math.floor(seconds / secondsADay), seconds % secondsADay]
  const two = (n: number) => String(n).padStart(2, '0')
  const clock = (hours: number) =>
    [hours, Math.floor(rest / 60) % 60, ...(rest % 60 > 0 ? [rest % 60] : [])].map(two).join(':')
  if (!hasDay) return clock(Math.floor(rest / 3600) + days * 24)
  // 1900 was no leap year, but is one to spreadsheets: the days before its 1 March are counted from one day later.
  const from = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30)
  if (days === 0 && !is1904) return null
  const date = new Date(from + days * secondsADay * 1000).toISOString().slice(0, 10)
  return hasTime && rest > 0 ? `${date} ${clock(Math.floor(rest / 3600))}` : date
}

/** A date as newer programs write it, `2026-03-01T00:00:00`. */
export function isoShown(raw: string): string {
  const [, date = '', clock = ''] =
    /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2})?))?/.exec(raw) ?? []
  if (date === '') return raw
  const short = clock.replace(/^(\d{2}:\d{2}):00$/, '$1')
  return short === '' || short === '00:00' ? date : `${date} ${short}`
}
