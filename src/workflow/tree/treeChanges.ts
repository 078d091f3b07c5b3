import { randomUUID } from 'node:crypto'
import type { Payload, PayloadRequest } from 'payload'
import { actorOf } from '@/access/actor'

/**
 * A change of the tree that is under way: written down with its first row and struck out after its last. A new unit is
 * furnished at once; elsewhere entries follow one by one, each in a transaction of its own, so that nobody waits for
 * thousands. What a kill interrupts is taken up at start-up.
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

/** A node may be renamed again while its entries still follow: each of these has a note of its own. */
export async function beginTreeChange(req: PayloadRequest, change: TreeChange): Promise<void> {
  const key = `${prefix}${change.kind}:${change.node}:${randomUUID()}`
  const more = { by: actorOf(req.user)?.id ?? '', since: new Date().toISOString() }
  await req.payload.kv.set(key, { ...change, ...more })
  begunIn(req).push(key)
}

/** The changes that this request began, in their order, each told once. */
export const takeBegun = (req: PayloadRequest): string[] => begunIn(req).splice(0)

function begunIn({ context }: PayloadRequest): string[] {
  const known = context as { treeChanges?: string[] }
  known.treeChanges ??= []
  return known.treeChanges
}

export const endTreeChange = ({ kv }: Payload, key: string): Promise<void> => kv.delete(key)

export async function findTreeChange({ kv }: Payload, key: string): Promise<OpenTreeChange | null> {
  const found = await kv.get<Omit<OpenTreeChange, 'key'>>(key)
  return found && { ...found, key }
}

export async function findOpenTreeChanges(payload: Payload): Promise<OpenTreeChange[]> {
  const keys = (await payload.kv.keys()).filter((key) => key.startsWith(prefix))
  const found = await Promise.all(keys.map((key) => findTreeChange(payload, key)))
  return found
    .filter((change) => change !== null)
    .sort((one, other) => (one.since < other.since ? -1 : 1))
}
