import { pinyin } from 'pinyin-pro'
import { print, printTable } from './print'
import { queryOf } from './relevance/askAll'
import { readCorpusArguments } from './relevance/arguments'
import { dataFolder, judgedSet, readCorpus, Unreadable } from './judgedSets'
import { machine } from './machine'
import { everyKth } from './measures'
import { withEngine } from './withEngine'
import type { SearchDocument } from '@/search/types'

/** Nobody types a whole sentence in pinyin, and fewer characters stand in many titles. */
const LONGEST = 12
const SHORTEST = 4
const ASKED = 400
const FREQUENT = [
  ...'的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年',
]

try {
  await run()
} catch (error) {
  if (!(error instanceof Unreadable)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}

/** How often a title is among the first three when a part of it is typed in another form. */
async function run(): Promise<void> {
  const { corpus, engine: name, limit } = readCorpusArguments(process.argv.slice(2))
  const sets = corpus
    ? [{ name: corpus, documents: readCorpus(corpus) }]
    : ['gov-public', 'para-public'].flatMap((each) => judgedSet(each) ?? [])
  if (sets.length === 0) return print(`Skipped: there is nothing in ${dataFolder}.`)
  print(machine())
  const rows: string[][] = []
  for (const set of sets) {
    const inverse = new Map<string, string[]>()
    for (const [character, sound] of charactersIn(set.documents)) {
      inverse.set(sound, [...(inverse.get(sound) ?? []), character])
    }
    const asked = everyKth(
      set.documents.flatMap(({ title }) => longestRun(title) ?? []),
      limit ?? ASKED,
      () => '',
    )
    const random = randomFrom(1)
    const forms: Record<string, (run: string) => string> = {
      pinyin: (run) => soundsOf(run).join(''),
      initials: (run) =>
        soundsOf(run)
          .map((sound) => sound[0])
          .join(''),
      'one wrong character': (run) => misspelt(run, inverse, random),
    }
    const titles = new Map(set.documents.map(({ id, title }) => [id, title]))
    await withEngine(
      set.documents,
      async (engine) => {
        for (const [form, typed] of Object.entries(forms)) {
          let hits = 0
          for (const run of asked) {
            const found = await engine.search({ ...queryOf(typed(run)), pageSize: 3 })
            if (found.hits.some(({ id }) => titles.get(id)?.includes(run))) hits += 1
          }
          rows.push([set.name, form, String(asked.length), (hits / asked.length).toFixed(3)])
        }
      },
      name,
    )
  }
  print()
  printTable(['set', 'form', 'titles', 'hit@3'], rows)
}

/** The beginning of the title's longest run of Chinese characters; null where all are short. */
function longestRun(title: string): string | null {
  const runs = title.match(/\p{Script=Han}+/gu) ?? []
  const [longest = ''] = runs.sort((one, other) => other.length - one.length)
  return longest.length >= SHORTEST ? longest.slice(0, LONGEST) : null
}

function soundsOf(text: string): string[] {
  return pinyin(text, { toneType: 'none', type: 'array', v: true })
}

function charactersIn(documents: readonly SearchDocument[]): Map<string, string> {
  const all = new Set(documents.flatMap(({ title }) => title.match(/\p{Script=Han}/gu) ?? []))
  return new Map([...all].map((character) => [character, soundsOf(character)[0] ?? '']))
}

/** One character, anywhere, replaced: half of the time by one that sounds the same, else by a frequent one. */
function misspelt(
  run: string,
  inverse: ReadonlyMap<string, readonly string[]>,
  random: () => number,
): string {
  const at = Math.floor(random() * run.length)
  const right = run[at] ?? ''
  const alike = (inverse.get(soundsOf(right)[0] ?? '') ?? []).filter((each) => each !== right)
  const from =
    random() < 0.5 && alike.length > 0 ? alike : FREQUENT.filter((each) => each !== right)
  return run.slice(0, at) + (from[Math.floor(random() * from.length)] ?? '') + run.slice(at + 1)
}

/** The same sequence in each run, so that two runs compare. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
