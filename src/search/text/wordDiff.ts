import { diffArrays } from 'diff'
import { piecesOf } from './segment'

export type Part = { text: string; change: 'same' | 'added' | 'removed' }

/** One place where the texts differ, and what follows it that is the same in both. */
type Change = { removed: string; added: string; same: string }

/** How long words are compared before lines are: two long texts of nothing in common take their time. */
const patience = 300
/** What stays the same between two changes and is no longer than this is shown as changed with them. */
const longestIsland = 4
const sentenceEnd = /[\n。！？；!?]/

/** Numbers stay whole, with what stands in them: 0319-3012345, 8:30, 3.5%, 138 0013 8000, GB11643-1999. */
const numbers =
  /\d{3,6}(?: \d{3,8})+(?!\d)|[A-Za-z]{0,8}[\d０-９][\d０-９A-Za-z]*(?:[-–.:：/,][\d０-９][\d０-９A-Za-z]*)*[%％‰]?/g

/**
 * What has to be done to a text, word by word: without what was added the parts are the old text, without
 * what was removed the new one. A change reads as one: its removed words, then its added ones.
 * @param timeout how long words are compared before lines are, in milliseconds
 */
export function wordDiff(before: string, after: string, timeout = patience): Part[] {
  if (before === after) return before === '' ? [] : [{ text: before, change: 'same' }]
  const [first, ...changes] = changesOf(compared(before, after, timeout))
  return partsOf([first ?? { removed: '', added: '', same: '' }, ...readable(changes)])
}

/** The words of a text, numbers whole; joined they are the text. */
export function wordsOf(text: string): string[] {
  const words: string[] = []
  let at = 0
  for (const { index, 0: number } of text.matchAll(numbers)) {
    words.push(...piecesOf(text.slice(at, index)), number)
    at = index + number.length
  }
  return [...words, ...piecesOf(text.slice(at))]
}

function compared(before: string, after: string, timeout: number): Part[] {
  const byWord = diffArrays(wordsOf(before), wordsOf(after), { timeout })
  const changes = byWord ?? diffArrays(linesOf(before), linesOf(after), { timeout })
  if (!changes) {
    return [
      { text: before, change: 'removed' },
      { text: after, change: 'added' },
    ]
  }
  return changes.map(({ value, added, removed }) => ({
    text: value.join(''),
    change: added ? 'added' : removed ? 'removed' : 'same',
  }))
}

const linesOf = (text: string): string[] => text.split(/(?<=\n)/)

/** The first change is empty and carries what is the same in front of all others. */
function changesOf(parts: readonly Part[]): Change[] {
  const changes: Change[] = [{ removed: '', added: '', same: '' }]
  for (const { text, change } of parts) {
    const last = changes.at(-1)!
    if (change === 'same') last.same += text
    else if (last.same !== '' || changes.length === 1)
      changes.push({ removed: '', added: '', same: '', [change]: text })
    else last[change] += text
  }
  return changes
}

/** Changes with little between them become one: 「县民政局」→「市人社局」 and not four crumbs. */
function readable(changes: readonly Change[]): Change[] {
  const merged: Change[] = []
  for (const change of changes) {
    const last = merged.at(-1)
    if (!last || !isIsland(last.same, last, change)) {
      merged.push({ ...change })
      continue
    }
    last.removed += last.same + change.removed
    last.added += last.same + change.added
    last.same = change.same
  }
  return merged
}

function isIsland(same: string, before: Change, after: Change): boolean {
  const length = lengthOf(same)
  if (length > longestIsland || sentenceEnd.test(same)) return false
  // Words put in at two places leave what was there before as it was.
  const isReplaced = before.removed + after.removed !== '' && before.added + after.added !== ''
  return isReplaced && length <= sizeOf(before) && length <= sizeOf(after)
}

const sizeOf = ({ removed, added }: Change) => Math.max(lengthOf(removed), lengthOf(added))

const lengthOf = (text: string) => [...text].length

const partsOf = (changes: readonly Change[]): Part[] =>
  changes
    .flatMap(({ removed, added, same }): Part[] => [
      { text: removed, change: 'removed' },
      { text: added, change: 'added' },
      { text: same, change: 'same' },
    ])
    .filter(({ text }) => text !== '')

/** What stays the same, beside a change, is shown so far; in characters. */
const around = 14

/** Where long texts differ, with a few words around each place; what lies between is left out (…). */
export function excerptsOf(parts: readonly Part[]): Part[] {
  return parts.map((part, at) => {
    const { text, change } = part
    const characters = [...text]
    if (change !== 'same' || characters.length <= 2 * around) return part
    const before = at === 0 ? '' : characters.slice(0, around).join('')
    const after = at === parts.length - 1 ? '' : characters.slice(-around).join('')
    return { text: `${before}…${after}`, change }
  })
}
