import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolder, linesOf, toDocument } from '../judgedSets'
import { print } from '../print'
import { withEngine, type EngineName } from '../withEngine'
import { queryOf } from './askAll'

const LOOKED_UP = [
  ['提价申报', '临时价格干预范围事项提价申报'],
  ['教材审定', '中小学地方课程教材审定'],
  ['jiaocai shending', '中小学地方课程教材审定'],
  ['教材审订', '中小学地方课程教材审定'],
] as const

type ServiceItem = { TASK_NAME: string; accept_standard?: string }

/** What agents really ask of the 2,262 service items, and the item that must come first. */
export async function lookUpServices(name: EngineName): Promise<void> {
  const file = join(dataFolder, 'service-items.ndjson.gz')
  if (!existsSync(file)) return print(`service items: skipped, there is no ${file}.`)
  const items = linesOf<ServiceItem>(file)
  const documents = items.map((item, at) =>
    toDocument({ id: String(at), title: item.TASK_NAME, answer: item.accept_standard ?? '' }),
  )
  await withEngine(
    documents,
    async (engine) => {
      for (const [text, expected] of LOOKED_UP) {
        const { hits } = await engine.search(queryOf(text))
        const titles = hits.map(({ id }) => items[Number(id)]?.TASK_NAME)
        const rank = titles.indexOf(expected) + 1
        print(`service items: ${text} → ${expected}: rank ${rank || 'none'}`)
      }
    },
    name,
  )
}
