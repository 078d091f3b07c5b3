import { toUSVString } from 'node:util'

/** Half a pair is no character of UTF-8 and a zero none of SQLite's: both engines show the same in their places. */
export function readable(text: string): string {
  return toUSVString(text).replaceAll('\0', ' ')
}
