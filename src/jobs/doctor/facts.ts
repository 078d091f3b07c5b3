import { setTimeout as pause } from 'node:timers/promises'
import type { CollectionSlug, Payload } from 'payload'
import { libraries, type Library, type State, type Step } from '@/access/rules'
import type { SearchEngine, VersionedId } from '@/search/types'

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
}
export type PublicationRow = {
  id: string
  slot: string
  isLive: boolean
  entry: string
  number: string
  revision: number
  openedBy: string
  closedBy: string | null
  changeSeq: number
  dirty: boolean | null
  until: string | null
}
export type DecisionRow = {
  id: string
  entry: string
  step: Step
  to: State
  revision: number
  by: string | null
  writers: string[] | null
  at: string
}
type TextRow = { id: string; revision: number }
type CounterRow = { id: string; value: number }

/** What the doctor looks at, read once and without the texts themselves. */
export type Facts = {
  register: RegisterRow[]
  publications: PublicationRow[]
  decisions: DecisionRow[]
  /** Revision of the working copy, by entry. */
  texts: Map<string, number>
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
  ])
  const publications = await rows<PublicationRow>(payload, 'publications', [
    'slot',
    'isLive',
    'entry',
    'number',
    'revision',
    'openedBy',
    'closedBy',
    'changeSeq',
    'dirty',
    'until',
  ])
  const decisions = await rows<DecisionRow>(payload, 'decisions', [
    'entry',
    'step',
    'to',
    'revision',
    'by',
    'writers',
    'at',
  ])
  const texts = await Promise.all(
    libraries.map((library) => rows<TextRow>(payload, library, ['revision'])),
  )
  const counters = await rows<CounterRow>(payload, 'counters', ['value'])
  return {
    register,
    publications,
    decisions: decisions.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
    texts: new Map(texts.flat().map(({ id, revision }) => [id, revision])),
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
