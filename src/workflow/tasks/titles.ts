import type { Payload } from 'payload'
import type { Actor } from '@/access/actor'
import { audienceOf, audienceQuery } from '@/access/audience'
import { readQuery } from '@/access/reach'
import type { Library } from '@/access/rules'
import { readRows } from '@/tables'
import type { Task } from './task'

/** An entry as a task names it: always by its number, more only to whoever may read its copy or its live text now. */
export type EntrySeen = {
  number: string
  title: string | null
  /** Of whoever reads the working copy: where it is. */
  copy: { id: string; library: Library } | null
  /** Of the text this person reads online; null where none is. */
  revision: number | null
}

type Live = { entry: string; title: string; revision: number }
type Row = { id: string; number: string; title: string; library: Library }

/** What this person sees now of the entries these tasks name. */
export async function entriesSeen(
  payload: Payload,
  actor: Actor,
  tasks: readonly Pick<Task, 'entry'>[],
  now: Date,
): Promise<(task: Pick<Task, 'entry' | 'entryNumber'>) => EntrySeen | null> {
  const ids = [...new Set(tasks.flatMap(({ entry }) => entry ?? []))]
  if (ids.length === 0) return withoutTitle
  const read = readQuery(actor)
  const [copies, live] = await Promise.all([
    read === false
      ? []
      : readRows(payload, {
          ...{ collection: 'register', columns: ['id', 'number', 'title', 'library'], limit: 0 },
          where: { and: [{ id: { in: ids } }, ...(read === true ? [] : [read])] },
        }),
    readRows(payload, {
      ...{ collection: 'publications', columns: ['entry', 'title', 'revision'], limit: 0 },
      where: { and: [audienceQuery(audienceOf(actor), now), { slot: { in: ids } }] },
    }),
  ])
  const copyOf = new Map((copies as Row[]).map((row) => [row.id, row]))
  const liveOf = new Map((live as Live[]).map((row) => [row.entry, row]))
  return ({ entry, entryNumber }) => {
    if (!entry || !entryNumber) return null
    const copy = copyOf.get(entry)
    return {
      number: entryNumber,
      title: liveOf.get(entry)?.title ?? copy?.title ?? null,
      copy: copy ? { id: copy.id, library: copy.library } : null,
      revision: liveOf.get(entry)?.revision ?? null,
    }
  }
}

const withoutTitle = ({ entryNumber }: Pick<Task, 'entryNumber'>): EntrySeen | null =>
  entryNumber ? { number: entryNumber, title: null, copy: null, revision: null } : null
