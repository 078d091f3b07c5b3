import { setTimeout as pause } from 'node:timers/promises'
import type { CollectionSlug, Payload } from 'payload'
import { idOf } from '@/access/actor'
import { libraries, type Library, type State, type Step } from '@/access/rules'
import type { SearchEngine, VersionedId } from '@/search/types'

/** What is wrong, in one sentence that names the entry. */
export type Violation = { zh: string; en: string }

export type RegisterRow = {
  id: string
  library: Library
  number: string
  state: State
  revision: number
  liveRevision: number | null
  intent: string | null
  isWithdrawn: boolean | null
  trashedAt: string | null
  unit: string
  unitAbove: string | null
  category: string | null
  writers: string | null
  submitter: string | null
  deletionRequestedBy: string | null
  activation: string | null
  push: string | null
}
export type PublicationRow = {
  id: string
  slot: string
  isLive: boolean
  entry: string
  number: string
  revision: number
  hash: string | null
  openedBy: string
  closedBy: string | null
  changeSeq: number
  dirty: boolean | null
  until: string | null
  unit: string
  unitAbove: string | null
}
export type DecisionRow = {
  id: string
  entry: string
  number: string
  step: Step
  to: State
  revision: number
  by: string | null
  writers: string[] | null
  seq: number
  hash: string | null
}
/** A working copy; where it is filed stands in it too, and says who reads it. */
export type TextRow = {
  id: string
  revision: number
  unit: string | null
  unitAbove: string | null
}
export type NodeRow = {
  id: string
  kind: string
  name: string
  parent: string | null
  level: number
  unit: string
  unitAbove: string | null
}
type CounterRow = { id: string; value: number }

/** What the doctor looks at, read once and without the texts themselves. */
export type Facts = {
  register: RegisterRow[]
  publications: PublicationRow[]
  decisions: DecisionRow[]
  /** The working copies, by entry. */
  texts: Map<string, TextRow>
  nodes: Map<string, NodeRow>
  counters: Map<string, number>
  /** What the index holds; null where no engine answers. */
  index: VersionedId[] | null
}

export async function readFacts(payload: Payload, engine: SearchEngine | null): Promise<Facts> {
  const register = await rows<RegisterRow>(payload, 'register', [
    'library',
    'number',
    'state',
    'revision',
    'liveRevision',
    'intent',
    'isWithdrawn',
    'trashedAt',
    'unit',
    'unitAbove',
    'category',
    'writers',
    'submitter',
    'deletionRequestedBy',
    'activation',
    'push',
  ])
  const publications = await rows<PublicationRow>(payload, 'publications', [
    'slot',
    'isLive',
    'entry',
    'number',
    'revision',
    'hash',
    'openedBy',
    'closedBy',
    'changeSeq',
    'dirty',
    'until',
    'unit',
    'unitAbove',
  ])
  const decisions = await rows<DecisionRow>(payload, 'decisions', [
    'entry',
    'number',
    'step',
    'to',
    'revision',
    'by',
    'writers',
    'seq',
    'hash',
  ])
  const texts = await Promise.all(
    libraries.map((library) => rows<TextRow>(payload, library, ['revision', 'unit', 'unitAbove'])),
  )
  const nodes = await rows<NodeRow>(payload, 'nodes', [
    ...['kind', 'name', 'parent', 'level', 'unit', 'unitAbove'],
  ])
  const counters = await rows<CounterRow>(payload, 'counters', ['value'])
  return {
    register,
    publications,
    // The order of each entry's own; clocks have nothing to say in it.
    decisions: decisions.sort((a, b) => a.seq - b.seq),
    texts: new Map(texts.flat().map((row) => [row.id, { ...row, unit: idOf(row.unit) }])),
    nodes: new Map(nodes.map((row) => [row.id, { ...row, parent: idOf(row.parent) }])),
    counters: new Map(counters.map(({ id, value }) => [id, value])),
    index: engine && (await scanned(engine)),
  }
}

async function rows<Row>(
  payload: Payload,
  collection: CollectionSlug,
  columns: string[],
): Promise<Row[]> {
  const { docs } = await payload.find({
    collection,
    overrideAccess: true,
    depth: 0,
    pagination: false,
    select: Object.fromEntries(columns.map((name) => [name, true])),
  })
  // The select makes them rows of the columns named above.
  return docs as unknown as Row[]
}

/** An engine that is busy is asked again; one that does not answer at all leaves the rest to be examined. */
async function scanned(engine: SearchEngine): Promise<VersionedId[] | null> {
  for (let again = 0; again < 5; again += 1) {
    try {
      const found: VersionedId[] = []
      for await (const one of engine.scan()) found.push(one)
      return found
    } catch {
      await pause(1000)
    }
  }
  return null
}
