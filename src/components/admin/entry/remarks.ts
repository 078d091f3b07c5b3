/** What an approver says about a passage; all of them together are the reason of a return. */
export type Remark = { passage: string; remark: string }

/** A passage is quoted shortened where it is long: it is to be found again, not read again. */
const longestPassage = 60

export const quoted = (passage: string): string => {
  const line = passage.replace(/\s+/g, ' ').trim()
  return line.length > longestPassage ? `${line.slice(0, longestPassage)}…` : line
}

/** One line a remark: 「passage」：remark. */
export const reasonOf = (remarks: readonly Remark[]): string =>
  remarks.map(({ passage, remark }) => `「${passage}」：${remark.trim()}`).join('\n')

/** The remarks a reason is made of, in its order; none in a reason that is plain words. */
export const remarksIn = (reason: string): Remark[] =>
  [...reason.matchAll(/^「(.+?)…?」：(.*(?:\n(?!「).*)*)/gm)].map(([, passage, remark]) => ({
    passage: String(passage),
    remark: String(remark).trim(),
  }))

/** The passages a reason speaks of, to mark them in the text. */
export const passagesIn = (reason: string): string[] =>
  remarksIn(reason).map(({ passage }) => passage)

/** A passage as it stands in the text: a person's number in it is kept with its middle masked. */
export const writtenAs = (passage: string): RegExp =>
  new RegExp(
    passage
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replace(/(?:\\\*){4,}/g, (stars) => `[\\d\\s–-]{${stars.length / 2},${stars.length}}`),
  )
