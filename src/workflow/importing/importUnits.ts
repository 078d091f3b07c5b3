import { createHash } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import { createLocalReq, type Payload, type PayloadRequest, type Where } from 'payload'
import type { CategoryKey, Role } from '@/access/rules'
import type { User } from '@/payload-types'
import { enrolWithoutPassword } from '../accounts/enrol'
import { inTransaction } from '../inTransaction'
import { findOne } from '../store'

/** Accounts of the import begin like this, so that nobody takes them for a person's. */
const accountPrefix = 'import-'

export type ImportUnit = {
  id: string
  categories: Map<CategoryKey, string>
  editor: User
  approver: User
}

type Node = { id: string; kind: string }

export type ImportUnits = {
  units: Map<string, ImportUnit>
  /** Why a unit could not be made; its rows can't be taken then. */
  failed: Map<string, string>
}

/** The units of these rows, made where they are missing, each with its two accounts; by `keyOf`. */
export async function importUnits(given: {
  payload: Payload
  paths: readonly UnitPath[]
  /** Ids of the units that earlier rows went to: they may have been renamed or merged since. */
  places: ReadonlyMap<string, string>
  onUnit: () => void
  signal: AbortSignal
}): Promise<ImportUnits> {
  const { payload, paths, places, onUnit, signal } = given
  const units = new Map<string, ImportUnit>()
  const failed = new Map<string, string>()
  for (const path of paths) {
    if (signal.aborted) break
    const key = keyOf(path)
    try {
      units.set(key, await importUnit(payload, path, places.get(key)))
    } catch (error) {
      failed.set(key, error instanceof Error ? error.message : String(error))
    }
    onUnit()
    // SQLite answers without leaving the event loop: without a break nobody else is served meanwhile.
    await breathe()
  }
  return { units, failed }
}

export const keyOf = ({ region, name }: UnitPath): string => `${region ?? ''}/${name}`

/** All of a unit in one transaction: node, categories, accounts; `place` is its id where it is there. */
export async function importUnit(
  payload: Payload,
  path: UnitPath,
  place?: string,
): Promise<ImportUnit> {
  const req = await createLocalReq({}, payload)
  return inTransaction(req, async () => {
    const id = place ?? (await ensureUnit(req, path))
    const stem = await stemOf(req, id, path)
    return {
      id,
      categories: await categoriesOf(req, id),
      editor: await ensureAccount(req, { unit: id, path, stem, role: 'editor' }),
      approver: await ensureAccount(req, { unit: id, path, stem, role: 'approver' }),
    }
  })
}

async function ensureUnit(req: PayloadRequest, { region, name }: UnitPath): Promise<string> {
  const above = region && (await ensureNode(req, { name: region, kind: 'region', parent: null }))
  return ensureNode(req, { name, kind: 'department', parent: above })
}

async function ensureNode(
  req: PayloadRequest,
  node: { name: string; kind: 'region' | 'department'; parent: string | null },
): Promise<string> {
  const { name, kind, parent } = node
  const above: Where = { parent: parent ? { equals: parent } : { exists: false } }
  const where: Where = { and: [{ name: { equals: name } }, above] }
  const found = await findOne<Node>({ req, collection: 'nodes', where })
  if (found?.kind === kind) return found.id
  if (found) throw new Error(`知识树中“${name}”不是单位。${name} in the tree is no unit.`)
  const made = await req.payload.create({
    collection: 'nodes',
    overrideAccess: true,
    depth: 0,
    data: { name, kind, parent },
    req,
  })
  return made.id
}

async function categoriesOf(req: PayloadRequest, unit: string) {
  const { docs } = await req.payload.find({
    collection: 'nodes',
    where: { and: [{ kind: { equals: 'category' } }, { unit: { equals: unit } }] },
    overrideAccess: true,
    depth: 0,
    pagination: false,
    req,
  })
  return new Map(docs.flatMap(({ id, category }) => (category ? [[category, id] as const] : [])))
}

type Wanted = { unit: string; path: UnitPath; stem: string; role: 'editor' | 'approver' }

async function ensureAccount(req: PayloadRequest, wanted: Wanted): Promise<User> {
  const { unit, path, stem, role } = wanted
  const found = await findAccount(req, unit, role)
  if (found) return found
  const title = role === 'editor' ? '编辑' : '审批'
  return enrolWithoutPassword(req, {
    username: `${stem}-${role}`,
    name: `${path.name.slice(0, 30)}导入${title}`,
    unit,
    roles: [role],
    isActive: false,
  })
}

/** The account of this role that an import made for the unit. */
export async function findAccount(
  req: PayloadRequest,
  unit: string,
  role: Role,
): Promise<User | null> {
  const { docs } = await req.payload.find({
    collection: 'users',
    where: {
      and: [
        { unit: { equals: unit } },
        { roles: { in: [role] } },
        { username: { like: accountPrefix } },
      ],
    },
    overrideAccess: true,
    depth: 0,
    pagination: false,
    req,
  })
  return docs.find(({ username }) => username.startsWith(accountPrefix)) ?? null
}

/** Named after the unit's registered code; where that is missing or taken, after the unit itself. */
async function stemOf(req: PayloadRequest, unit: string, path: UnitPath): Promise<string> {
  const code = path.orgCode.toLowerCase()
  const byCode = `${accountPrefix}${code}`
  const where = { username: { equals: `${byCode}-editor` } }
  const holder = code ? await findOne<User>({ req, collection: 'users', where }) : null
  if (code && (!holder || holder.unit === unit)) return byCode
  return `${accountPrefix}${createHash('sha256').update(keyOf(path)).digest('hex').slice(0, 9)}`
}

/**
 * The account as the rules see a person. It cannot sign in; the import acts in its name, and every
 * record says so by its name.
 */
export const actingAs = (account: User): User => ({
  ...account,
  collection: 'users',
  isActive: true,
  mustChangePassword: false,
})

/** Where a row's unit stands in the tree: a body below a region, or a unit of the first level. */
export type UnitPath = {
  region: string | null
  name: string
  /** The code departments are registered under; becomes part of the names of their accounts. */
  orgCode: string
}

const area = /.+?(?:省|自治区|特别行政区|自治州|地区|自治县|市|盟|县|区|旗)/g

/**
 * The widest area of the source (a province, or a city) owns the tree: its departments stand on the
 * first level. An area below it is a region with the department as its body.
 */
export function unitOf(row: { area: string; department: string; orgCode: string }): UnitPath {
  const [, ...below] = row.area.match(area) ?? [row.area]
  return { region: below.join('') || null, name: row.department, orgCode: row.orgCode }
}
