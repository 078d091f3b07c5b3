import type { Endpoint, PayloadRequest, Where } from 'payload'
import { z } from 'zod'
import { actorOf } from '@/access/actor'
import { deputyUnitOf } from '@/access/deputies'
import { isGranted } from '@/access/granted'
import { filedIn } from '@/access/listFilter'
import type { Library, State } from '@/access/rules'
import { countGroups, countRows } from '@/tables'
import { answer, param } from '../answer'
import { decidingNow } from '../accounts/deputising'
import { Refused } from '../Refused'
import { byId, findAll, findOne } from '../store'
import { said, sentAs } from '../sentAs'
import type { TreeNode } from './tree'

/** Who writes and decides in a unit, and who reads it from above. */
export type Deciders = {
  unit: string | null
  editors: string[]
  approvers: string[]
  above: string | null
  /** Approvers who decide in its place (代审批), where it has none. */
  deputies: string[]
}

/** What a move or a merge of a node takes along, and who reads and decides before and after. */
export type Touched = {
  entries: Partial<Record<Library, number>>
  pending: number
  trashed: number
  people: number
  keys: number
  categories: number
  units: number
  now: Deciders
  then: Deciders
}

const chooseNode = { zh: '请用 into 说明去向的节点。', en: 'Say in into which node it goes to.' }
const touchedAsked = z.object({ into: said(z.string(), chooseNode) })

/**
 * `GET /api/nodes/{id}/touched?into={node}`: what moving a node below a county, or merging it into another
 * of its kind, will touch. Changes nothing. Only the centre.
 */
export const touchedEndpoint: Endpoint = answer('get', '/:id/touched', async (req) => {
  if (!actorOf(req.user)) throw new Refused('notSignedIn')
  if (!isGranted(req.user, 'nodes', 'update')) throw new Refused('notAllowed')
  const node = await findNode(req, param(req, 'id'))
  if (!node) throw new Refused('notFound')
  const target = await findNode(req, sentAs(touchedAsked, req.query).into)
  if (!target) throw new Refused('invalid', { fields: ['into'], detail: chooseNode })
  return touchedBy(req, node, target)
})

async function touchedBy(req: PayloadRequest, node: TreeNode, target: TreeNode): Promise<Touched> {
  const isUnit = node.kind !== 'category'
  const inside: Where = isUnit ? filedIn(node.id) : { category: { equals: node.id } }
  const kept: Where = { trashedAt: { exists: false } }
  const { payload } = req
  const by = ['library', 'state'] as const
  const [groups, trashed, below, people, keys, now, then] = await Promise.all([
    countGroups(payload, { collection: 'register', by, where: { and: [inside, kept] } }),
    countRows(payload, {
      collection: 'register',
      where: { and: [inside, { trashedAt: { exists: true } }] },
    }),
    countGroups(payload, { collection: 'nodes', by: ['kind'], where: belowOf(node) }),
    isUnit ? countIn(req, 'users', node.id) : 0,
    isUnit ? countIn(req, 'systems', node.id) : 0,
    decidersOf(req, placeOf(node)),
    decidersOf(req, placeAfter(node, target)),
  ])
  const entries: Touched['entries'] = {}
  for (const { library, count } of groups) {
    entries[library as Library] = (entries[library as Library] ?? 0) + count
  }
  const sum = (of: (kind: unknown) => boolean) =>
    below.reduce((total, { kind, count }) => total + (of(kind) ? count : 0), 0)
  return {
    ...{ entries, people, keys, now, then, trashed },
    pending: groups.reduce((n, { state, count }) => n + (isPending(state) ? count : 0), 0),
    categories: sum((kind) => kind === 'category'),
    units: sum((kind) => kind !== 'category'),
  }
}

const isPending = (state: unknown) => (state as State) === 'pending'

/** Everything under a node, its own categories and those of its bodies. */
const belowOf = ({ id }: TreeNode): Where => ({
  and: [
    { id: { not_equals: id } },
    { or: [{ parent: { equals: id } }, { unitAbove: { equals: id } }] },
  ],
})

type At = { unit: string | null; above: string | null }

/** A county decides nothing itself: of what stands below it, only who reads from above is told. */
const placeOf = (node: TreeNode): At =>
  node.kind === 'region'
    ? { unit: null, above: node.id }
    : { unit: node.unit, above: node.unitAbove ?? null }

/** Below a county a unit keeps its own people; merged into another, that one's decide. */
function placeAfter(node: TreeNode, target: TreeNode): At {
  if (target.kind === 'region') {
    return { unit: node.kind === 'region' ? null : node.unit, above: target.id }
  }
  return placeOf(target)
}

async function decidersOf(req: PayloadRequest, { unit, above }: At): Promise<Deciders> {
  const own = await peopleOf(req, unit)
  const named = (people: Named[], role: string) =>
    people.filter(({ roles }) => roles?.includes(role)).map(({ name }) => name)
  const approvers = named(own, 'approver')
  const deputy = unit && approvers.length === 0 ? await deputyAt(req, { unit, above }) : null
  return {
    unit: unit ? ((await findNode(req, unit))?.name ?? null) : null,
    editors: named(own, 'editor'),
    approvers,
    above: above ? ((await findNode(req, above))?.name ?? null) : null,
    deputies: deputy ? named(await peopleOf(req, deputy), 'approver') : [],
  }
}

/** As if the unit stood there already. */
async function deputyAt(req: PayloadRequest, { unit, above }: At): Promise<string | null> {
  const city = await decidingNow(req.payload)
  const units = city.units.map((one) => (one.id === unit ? { ...one, unitAbove: above } : one))
  return deputyUnitOf(unit ?? '', { ...city, units })
}

type Named = { name: string; roles?: readonly string[] | null }

async function peopleOf(req: PayloadRequest, unit: string | null): Promise<Named[]> {
  if (!unit) return []
  const docs = await findAll({
    req,
    collection: 'users',
    where: { unit: { equals: unit }, isActive: { equals: true } },
    select: { name: true, roles: true },
    sort: 'name',
  })
  return docs
}

async function countIn(
  req: PayloadRequest,
  collection: 'users' | 'systems',
  unit: string,
): Promise<number> {
  const where = { unit: { equals: unit } }
  return (await req.payload.count({ collection, where, overrideAccess: true, req })).totalDocs
}

const findNode = (req: PayloadRequest, id: string) =>
  findOne<TreeNode>({ req, collection: 'nodes', where: byId(id) })
