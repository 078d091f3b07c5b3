import { setTimeout as pause } from 'node:timers/promises'

/** What a server answers a question with, and how it is asked for one. */
export type Asks = (words: string) => Promise<unknown>

/** A word is committed as often as somebody writes Chinese at about 60 characters a minute, in milliseconds. */
const betweenWords = { least: 1_200, most: 2_800 }
/** As the desk does: suggestions are asked after a pause, hits with the word. */
const suggestionsAfter = 120

type Typing = {
  desks: number
  seconds: number
  questions: readonly string[]
  search: Asks
  /** Null where there are none to ask for. */
  suggest: Asks | null
}

/** The question as it stands after each word of two characters, as an input method hands them over. */
export const written = (question: string): string[] => {
  const characters = [...question.trim()].slice(0, 16)
  const words = Math.ceil(characters.length / 2)
  return Array.from({ length: words }, (_, at) => characters.slice(0, 2 * (at + 1)).join(''))
}

/** So many desks write one question after the other; milliseconds from each word to its hits. */
export async function typed({ desks, seconds, questions, search, suggest }: Typing) {
  const times: number[] = []
  const end = performance.now() + seconds * 1_000
  let next = 0
  const desk = async (at: number) => {
    // They do not begin with the same beat.
    await pause((betweenWords.most * at) / desks)
    while (performance.now() < end) {
      for (const words of written(questions[next++ % questions.length] ?? '')) {
        const { least, most } = betweenWords
        const resting = pause(least + Math.random() * (most - least))
        const since = performance.now()
        const suggested = suggest && pause(suggestionsAfter).then(() => suggest(words))
        await search(words)
        times.push(performance.now() - since)
        await Promise.all([resting, suggested])
        if (performance.now() > end) break
      }
    }
  }
  await Promise.all(Array.from({ length: desks }, (_, at) => desk(at)))
  return times
}
