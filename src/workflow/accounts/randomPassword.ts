import { randomInt } from 'node:crypto'

// Without characters that are taken for one another on paper or on the telephone.
const letters = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'

export const randomPassword = (): string =>
  Array.from({ length: 14 }, () => letters[randomInt(letters.length)]).join('')
