import { randomInt } from 'node:crypto'

/** Without letters and digits that look alike when read off a terminal. */
const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789'

export function makePassword(length = 12): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')
}
