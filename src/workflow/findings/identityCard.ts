const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checks = '10X98765432'
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
)
const earliest = Date.UTC(1900, 0, 1)

/** A resident identity number: 18 digits by GB 11643-1999, or 15 as issued before, of a plausible birthday. */
export function isIdentityNumber(digits: string, now = Date.now()): boolean {
  if (!provinces.has(digits.slice(0, 2))) return false
  if (/^\d{15}$/.test(digits)) return isBirthday(`19${digits.slice(6, 12)}`, now)
  if (!/^\d{17}[\dX]$/.test(digits)) return false
  return isBirthday(digits.slice(6, 14), now) && digits.at(-1) === checkOf(digits)
}

/** The check character (ISO 7064, MOD 11-2) of the first seventeen digits. */
function checkOf(digits: string): string | undefined {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0)
  return checks[sum % 11]
}

function isBirthday(day: string, now: number): boolean {
  const [year, month, date] = [day.slice(0, 4), day.slice(4, 6), day.slice(6, 8)].map(Number)
  if (year === undefined || month === undefined || date === undefined) return false
  const at = new Date(Date.UTC(year, month - 1, date))
  const isOfCalendar = at.getUTCMonth() === month - 1 && at.getUTCDate() === date
  return isOfCalendar && at.getTime() >= earliest && at.getTime() <= now
}
