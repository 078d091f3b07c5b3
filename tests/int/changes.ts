import type { Person } from '../server/people'
import type { Body, Row } from './answers'

export type Change =
  { kind: 'put' | 'moved'; entry: Row } | { kind: 'remove'; id: string; number: string }
export type Changes = { changes: Change[]; next: string; more: boolean }

/** A system that holds what it is told to. */
export function follower(reader: Person, api = reader.token ? '/api' : '/api/public') {
  const held = new Map<string, Row>()
  let after: string | undefined
  return {
    held,
    get after() {
      return after
    },
    /** Reads on until there is no more; resolves to what it was told. */
    async readOn(limit = 500): Promise<Change[]> {
      const told: Change[] = []
      for (;;) {
        const from = after === undefined ? '' : `&after=${after}`
        const { status, body } = await reader.get<Changes & Body>(
          `${api}/changes?limit=${limit}${from}`,
        )
        if (status !== 200) throw new Error(`Not read: ${status} ${JSON.stringify(body)}`)
        told.push(...body.changes)
        for (const change of body.changes) {
          if (change.kind === 'remove') held.delete(change.id)
          else held.set(change.entry.id, change.entry)
        }
        after = body.next
        if (!body.more) return told
      }
    },
  }
}

/** Everything the reader may read now, as lists show it, by their numbers. */
export async function everything(reader: Person, api = reader.token ? '/api' : '/api/public') {
  const all = new Map<string, Row>()
  for (let page = 1; ; page += 1) {
    const { body } = await reader.get<{ entries: Row[]; total: number }>(
      `${api}/entries?page=${page}`,
    )
    for (const entry of body.entries) all.set(String(entry.number), entry)
    if (body.entries.length === 0 || page * 20 >= body.total) return all
  }
}
