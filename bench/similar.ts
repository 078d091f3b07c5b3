import { nearness, questionOf } from '@/search/text/nearness'
import { usualSynonyms } from '@/search/text/words'
import { createLanguage } from '@/search/text/vocabulary'
import { dataFolder, judgedSet, NOW } from './judgedSets'
import { print, printTable } from './print'
import { withEngine } from './withEngine'

/** `npm run bench:similar -- 4` asks every fourth question, for a first look; a second argument names the data. */
const every = Number(process.argv[2] ?? 1)
const folder = process.argv[3] ?? dataFolder
const candidates = 20
const most = 5
const thresholds = [0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7]

const language = createLanguage([], usualSynonyms)
const set = judgedSet('para-public', folder)
if (!set) print(`para-public: skipped, there is nothing in ${folder}.`)
else {
  const titles = new Map(set.documents.map(({ id, title }) => [id, questionOf(title, language)]))
  const queries = set.queries.filter((_, at) => at % every === 0)
  const asked: { near: number; isSame: boolean }[][] = []
  await withEngine(set.documents, async (engine) => {
    for (const { text, relevant } of queries) {
      const { hits } = await engine.search({
        ...{ text, audience: { sees: 'everything' }, now: NOW },
        ...{ page: 1, pageSize: candidates },
      })
      const own = questionOf(text, language)
      asked.push(
        hits
          .map(({ id }) => ({
            near: nearness(own, titles.get(id) ?? own),
            isSame: relevant.includes(id),
          }))
          .sort((one, other) => other.near - one.near)
          .slice(0, most),
      )
    }
  })
  const rows = thresholds.map((threshold) => {
    const shown = asked.map((found) => found.filter(({ near }) => near >= threshold))
    const all = shown.flat()
    const right = all.filter(({ isSame }) => isSame).length
    const first = shown.filter(([best]) => best)
    const firstRight = first.filter(([best]) => best?.isSame).length
    const found = shown.filter((some) => some.some(({ isSame }) => isSame)).length
    return [
      threshold.toFixed(2),
      (found / asked.length).toFixed(3),
      (firstRight / first.length).toFixed(3),
      (right / all.length).toFixed(3),
      (all.length / asked.length).toFixed(2),
    ]
  })
  printTable(['threshold', 'found', 'first is it', 'shown are it', 'shown'], rows)
}
