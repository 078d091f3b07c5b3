import type { Range } from '@/search/types'

type Props = { text: string; ranges: readonly Range[] }

/** The text with what matched marked; ranges are in UTF-16 units, as JavaScript slices. */
export function Marked({ text, ranges }: Props) {
  const parts = []
  let at = 0
  for (const [from, to] of ranges) {
    if (from < at || to <= from || to > text.length) continue
    parts.push(text.slice(at, from), <mark key={from}>{text.slice(from, to)}</mark>)
    at = to
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  )
}
