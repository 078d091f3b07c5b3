import { hashOf, sealOf, beginning, type ChainedRow, type Tip } from './chain'

/** What is wrong, and with which row; `missing` and `cutOff` may name several at once. */
export type Flaw = {
  kind: 'changed' | 'missing' | 'inserted' | 'outOfChain' | 'cutOff' | 'headLost' | 'headChanged'
  seq?: number
  until?: number
  id?: string
}

export type Head = Tip & { seal: string }

/**
 * Walks the chain row by row, ordered by `seq`. `keys` are the former ones and then the present one, oldest
 * first: once a row was made with a newer key, no older one counts.
 */
export function createCheck(keys: readonly Buffer[]) {
  const flaws: Flaw[] = []
  let last = { ...beginning, isSound: true }
  let oldest = 0

  const keyOf = (row: ChainedRow) =>
    keys.findIndex((key, at) => at >= oldest && hashOf(row, key) === row.hash)

  return {
    flaws,
    tip: (): Tip => ({ seq: last.seq, hash: last.hash }),

    row(row: ChainedRow): void {
      const { seq, id, previous, hash, action } = row
      if (!Number.isInteger(seq) || seq <= last.seq) {
        flaws.push({ kind: 'inserted', seq, id })
        return
      }
      const isNext = seq === last.seq + 1
      if (!isNext) flaws.push({ kind: 'missing', seq: last.seq + 1, until: seq - 1 })
      const key = keyOf(row)
      if (key < 0) flaws.push({ kind: 'changed', seq, id })
      else oldest = key
      const isAfter = !isNext || !last.isSound || previous === last.hash
      if (key >= 0 && !isAfter) flaws.push({ kind: 'outOfChain', seq, id })
      if (action === 'audit.headLost') flaws.push({ kind: 'headLost', seq, id })
      last = { seq, hash, isSound: key >= 0 }
    },

    /** `head` is what the database says the last row is. */
    end(head: Head | null): void {
      if (!head || !keys.some((key, at) => at >= oldest && sealOf(head, key) === head.seal)) {
        flaws.push({ kind: 'headChanged' })
        return
      }
      if (head.seq > last.seq) flaws.push({ kind: 'cutOff', seq: last.seq + 1, until: head.seq })
      if (head.seq < last.seq) {
        flaws.push({ kind: 'inserted', seq: head.seq + 1, until: last.seq })
      }
      if (head.seq === last.seq && head.hash !== last.hash && last.isSound) {
        flaws.push({ kind: 'outOfChain', seq: last.seq })
      }
    },
  }
}
