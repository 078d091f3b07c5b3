import { randomInt } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Person } from '../server/people'
import type { Entry } from './entries'

export type Found = { hits: { id: string; number: string }[]; total: number }

/** No text of the demo city or of a test holds these, nor anything that sounds like one of them. */
const these = '啊肮耙擦揣戳凑蹿摧跌墩囤恩佛噶蛤乖辊哼炯窘肯垦坑聋萌蒙谬囊馕'
/** Characters of which the other words have none. */
export const others = '嫩酿捏聂怒弩暖虐撇瞥剖穷琼揉软蕊锐洒腮鳃僧摔栓涮藤腾瓮抓捉卓攥遵'

/** A word nobody else uses: six different characters. */
export const rareWord = (characters = these) => {
  const left = [...characters]
  return Array.from({ length: 6 }, () => left.splice(randomInt(left.length), 1).join('')).join('')
}

export async function search(person: Person, text: string, path = '/api/search') {
  const { body } = await person.get<Found>(`${path}?q=${encodeURIComponent(text)}`)
  return body
}

export const numbersFound = async (person: Person, text: string, path?: string) =>
  (await search(person, text, path)).hits.map(({ number }) => number)

/** Waits until what was just approved is found. */
export async function whenFound(person: Person, ...entries: Entry[]): Promise<void> {
  const until = Date.now() + 20_000
  for (const { title, number } of entries) {
    while (!(await numbersFound(person, title)).includes(number)) {
      if (Date.now() > until) throw new Error(`${number} is not found.`)
      await pause(200)
    }
  }
}

type Suggestions = { suggestions: { text: string; kind: string }[] }

/** Queries of others that are offered while this is typed. */
export async function offered(person: Person, typed: string, path = '/api/suggest') {
  const { body } = await person.get<Suggestions>(`${path}?q=${encodeURIComponent(typed)}`)
  return body.suggestions.filter(({ kind }) => kind === 'query').map(({ text }) => text)
}

/** What is asked until it holds; the last answer where it never does. */
export async function eventually<T>(ask: () => Promise<T>, holds: (answer: T) => boolean) {
  const until = Date.now() + 40_000
  for (;;) {
    const answer = await ask()
    if (holds(answer) || Date.now() > until) return answer
    await pause(500)
  }
}
