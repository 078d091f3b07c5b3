import type { Payload, PayloadRequest } from 'payload'
import { actorOf } from '@/access/actor'

/**
 * A change of the tree that is under way. Where no transaction holds it together, it is written down
 * before the first row and struck out after the last: what a kill interrupts is taken up at start-up.
 */
export type TreeChange = {
  /** A unit gets its categories and drafts; entries follow a node; one node goes into another. */
  kind: 'found' | 'follow' | 'merge'
  node: string
  /** Of a node that others follow: its name and place before. */
  before?: { name: string; parent: string | null }
  /** Of a merge: the node that takes everything. */
  into?: string
}

export type OpenTreeChange = TreeChange & {
  key: string
  /** Who changes the tree; empty for the server itself. */
  by: string
  since: string
}

const prefix = 'treeChange:'
const keyOf = ({ kind, node }: TreeChange) => `${prefix}${kind}:${node}`

const isSafe = async (req: PayloadRequest) => typeof (await req.transactionID) === 'string'

export async function beginTreeChange(req: PayloadRequest, change: TreeChange): Promise<void> {
  if (await isSafe(req)) return
  const more = { by: actorOf(req.user)?.id ?? '', since: new Date().toISOString() }
  await req.payload.kv.set(keyOf(change), { ...change, ...more })
}

export async function endTreeChange(req: PayloadRequest, change: TreeChange): Promise<void> {
  if (!(await isSafe(req))) await req.payload.kv.delete(keyOf(change))
}

export async function findOpenTreeChanges({ kv }: Payload): Promise<OpenTreeChange[]> {
  const keys = (await kv.keys()).filter((key) => key.startsWith(prefix))
  const found = await Promise.all(
    keys.map(async (key) => ({ ...((await kv.get(key)) as Omit<OpenTreeChange, 'key'>), key })),
  )
  return found.sort((one, other) => (one.since < other.since ? -1 : 1))
}
