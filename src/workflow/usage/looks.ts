import { createLocalReq, type Payload } from 'payload'
import { putRows, readRows } from '@/tables'
import { inTransaction } from '../inTransaction'
import { byId } from '../store'

type Look = { id: string; at: string; before: string | null }

/** Looked at again within it, in milliseconds, it is the same look. */
const sameLook = 60 * 60_000

/** When somebody looked at 更新列表 before the look they are taking; null at the first. */
export async function lastLook(payload: Payload, person: string, now = new Date()) {
  const look = await lookOf(payload, person)
  const at = look && isSame(look, now) ? look.before : look?.at
  return at ? new Date(Date.parse(at) - late).toISOString() : null
}

/** What was decided just before a look may be told just after it; in milliseconds. */
const late = 5 * 60_000

/** Notes that somebody looks now. */
export async function noteLook(payload: Payload, person: string, now = new Date()): Promise<void> {
  const look = await lookOf(payload, person)
  if (look && isSame(look, now)) return
  const req = await createLocalReq({}, payload)
  const rows = [{ id: person, at: now.toISOString(), before: look?.at ?? null }]
  await inTransaction(req, () => putRows({ req, collection: 'looks', rows }))
}

const isSame = ({ at }: Look, now: Date): boolean => now.getTime() - Date.parse(at) < sameLook

async function lookOf(payload: Payload, person: string): Promise<Look | undefined> {
  const [look] = await readRows(payload, { collection: 'looks', where: byId(person), limit: 1 })
  return look as Look | undefined
}
