import type { PayloadRequest } from 'payload'
import { idOf } from '@/access/actor'
import type { CategoryKey, Library } from '@/access/rules'
import type { Entry } from '../entry'
import { Refused } from '../Refused'
import { byId, findOne, swap } from '../store'

type Node = {
  id: string
  kind: string
  category: CategoryKey | null
  unit: string
  unitAbove: string | null
}

/** Where an entry is filed, as the register keeps it. */
export type FiledAt = {
  unit: string
  unitAbove: string | null
  category: string | null
  categoryKey: CategoryKey | null
}

/**
 * Knowledge is filed under a category of the writer's own unit, plans and notices under that unit itself,
 * a case under the unit that handled it. `ownUnit` is null where the server writes or the centre files.
 */
export async function placeOfText(given: {
  req: PayloadRequest
  library: Library
  ownUnit: string | null
  text: Record<string, unknown>
}): Promise<FiledAt> {
  const { req, library, ownUnit, text } = given
  if (library === 'knowledge') {
    const node = await findNode(req, text.category)
    const isWrong = node?.kind !== 'category' || (ownUnit && node.unit !== ownUnit)
    if (!node || isWrong) throw wrongCategory()
    const { unit, unitAbove, id: category, category: categoryKey } = node
    return { unit, unitAbove: unitAbove ?? null, category, categoryKey }
  }
  const node = await findNode(req, text.unit ?? ownUnit)
  const isWrong = node?.kind === 'category' || (ownUnit && node?.id !== ownUnit)
  if (!node || isWrong) throw wrongUnit(library)
  return { unit: node.id, unitAbove: node.unitAbove ?? null, category: null, categoryKey: null }
}

async function findNode(req: PayloadRequest, value: unknown): Promise<Node | null> {
  const id = idOf(value)
  return id ? findOne<Node>({ req, collection: 'nodes', where: byId(id) }) : null
}

const wrongCategory = () =>
  new Refused('invalid', {
    fields: ['category'],
    detail: {
      zh: '类别不正确：请选择本单位的一个类别。',
      en: 'Choose a category of your own unit.',
    },
  })

const wrongUnit = (library: Library) =>
  new Refused('invalid', {
    fields: ['unit'],
    detail:
      library === 'cases'
        ? { zh: '请选择办理该工单的单位。', en: 'Choose the unit that handled the order.' }
        : { zh: '只能归入本单位。', en: 'This is filed under your own unit.' },
  })

/** The working copy carries its place too, so that what is in reach is one query. */
export async function moveText(req: PayloadRequest, entry: Entry): Promise<void> {
  const { unit, unitAbove, category } = entry
  await swap({
    req,
    collection: entry.library,
    where: byId(entry.id),
    data: { unit, unitAbove, ...(entry.library === 'knowledge' ? { category } : {}) },
  })
}
