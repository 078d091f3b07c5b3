import { piecesBy, type Cuts } from '../text/cuts'
import { agreement, polarityOf, wordsIn, type Polarity } from '../text/negation'

const SAME = 1.1
const OPPOSITE = 0.5

const denies = /[不没未无非禁]/

type Entry = { title: string; titleCuts: Cuts; names: string; namesCuts: Cuts }

/**
 * What it is worth that an entry asks about the same side: 没缴 and 缴 share nearly all characters and have
 * opposite answers. One of its questions that denies the same is enough; else its title says which side it is on.
 */
export function polarityTo(asked: Polarity): (entry: Entry) => number {
  const isDenied = asked.denied.length > 0
  return ({ title, titleCuts, names, namesCuts }) => {
    if (!isDenied && !denies.test(title)) return 1
    const said = agreement(asked, polarityOf(wordsBy(title, titleCuts)))
    const isSame = (words: readonly string[]) => agreement(asked, polarityOf(words)) === 'same'
    if (said === 'same' || (denies.test(names) && linesBy(names, namesCuts).some(isSame)))
      return SAME
    return said === 'opposite' ? OPPOSITE : 1
  }
}

const wordsBy = (text: string, cuts: Cuts): string[] => wordsIn(piecesBy(text, cuts))

function linesBy(text: string, cuts: Cuts): string[][] {
  const lines: string[][] = [[]]
  for (const piece of piecesBy(text, cuts)) {
    if (piece.includes('\n')) lines.push([])
    else lines.at(-1)?.push(piece)
  }
  return lines.map(wordsIn)
}
