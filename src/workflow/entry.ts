import type { PayloadRequest, Where } from 'payload'
import { isOver } from '@/access/bulletins'
import type { EntryFacts } from '@/access/entryFacts'
import { daysInTrash, type Library, type Mark, type State } from '@/access/rules'
import { returnFirstIn } from './settings'
import { byId, findAll, findOne } from './store'

/** A row of the register. */
export type Entry = {
  id: string
  library: Library
  number: string
  title: string
  unit: string
  unitAbove: string | null
  category: string | null
  categoryKey: string | null
  topic: string | null
  state: State
  stateSince: string
  revision: number
  lock: number
  intent: string | null
  writers: string | null
  submitter: string | null
  submittedAt: string | null
  keeper: string | null
  liveRevision: number | null
  baseRevision: number | null
  closedMeanwhile: 'units' | 'public' | null
  deletionRequestedBy: string | null
  deletionRequestedAt: string | null
  deletionReason: string | null
  returnRequestedBy: string | null
  returnReason: string | null
  consulted: string | null
  answers: string | null
  isWithdrawn: boolean | null
  isLapsed: boolean | null
  withdrawnFrom: string | null
  withdrawnSentence: string | null
  successor: string | null
  trashedAt: string | null
  activation: string | null
  activationSentence: string | null
  activatedAt: string | null
  activeUntil: string | null
  push: string | null
  pushedAt: string | null
  views: number | null
  updatedAt: string
}

/** What an approver of a unit named for 会同校核 said. */
export type ConsultedAnswer = {
  unit: string
  unitName: string
  byName: string
  agrees: boolean
  sentence: string
  at: string
}

export const findEntry = (req: PayloadRequest, id: string): Promise<Entry | null> =>
  findOne<Entry>({ req, collection: 'register', where: byId(id) })

export const writersOf = (entry: Pick<Entry, 'writers'>): string[] => listOf<string>(entry.writers)

/** Units named for 会同校核 when the entry was submitted. */
export const consultedOf = (entry: Entry): string[] => listOf<string>(entry.consulted)

export const answersOf = (entry: Pick<Entry, 'answers'>): ConsultedAnswer[] =>
  listOf<ConsultedAnswer>(entry.answers)

const listOf = <T>(json: string | null | undefined): T[] => (json ? (JSON.parse(json) as T[]) : [])

/** Do readers see a text of it? So it is in the table of publications too, unless a step is under way. */
export const isLive = ({ liveRevision }: Pick<Entry, 'liveRevision'>): boolean =>
  liveRevision !== null && liveRevision !== undefined

const longestInTrash = daysInTrash * 24 * 60 * 60 * 1000

/** Has this entry been in the trash for so long that it is purged and no longer restored? */
export const isExpired = (entry: Pick<Entry, 'trashedAt'>, now = Date.now()): boolean =>
  Boolean(entry.trashedAt) && now - Date.parse(entry.trashedAt ?? '') >= longestInTrash

/** Entries that are not in the trash, what has stood longest in its state first. */
export async function keptEntries(req: PayloadRequest, where: Where): Promise<Entry[]> {
  const docs = await findAll({
    req,
    collection: 'register',
    where: { and: [where, { trashedAt: { exists: false } }] },
    sort: 'stateSince',
  })
  return docs as unknown as Entry[]
}

/** What the rules ask of an entry. */
export async function factsOf(req: PayloadRequest, entry: Entry, now?: Date): Promise<EntryFacts> {
  const [facts] = await factsOfAll(req, [entry], now)
  return facts as EntryFacts
}

/** The same for many; the centre's setting is asked once, and only where a text is approved. */
export async function factsOfAll(
  req: PayloadRequest,
  entries: readonly Entry[],
  now = new Date(),
): Promise<EntryFacts[]> {
  const isAsked = entries.some(({ state }) => state === 'approved')
  const returnFirst = isAsked ? await returnFirstIn(req) : null
  return entries.map((entry) => {
    const consulted = consultedOf(entry)
    const answered = answersOf(entry).map(({ unit }) => unit)
    return {
      ...involvedIn(entry),
      library: entry.library,
      state: entry.state,
      isLive: isLive(entry),
      marks: marksOf(entry, now),
      isExpired: isExpired(entry),
      isReturnedFirst: entry.state === 'approved' && returnFirst?.(entry.library) === true,
      consulted,
      unanswered: consulted.filter((unit) => !answered.includes(unit)),
    }
  })
}

/** Where an entry stands in the tree and who had a hand in it: what asks for the right to open it looks at. */
export const copyOf = (entry: Entry) => ({
  ...involvedIn(entry),
  state: entry.state,
  marks: marksOf(entry, new Date()),
  consulted: consultedOf(entry),
})

const involvedIn = (entry: Entry) => ({
  unit: entry.unit,
  unitAbove: entry.unitAbove ?? null,
  requester: entry.deletionRequestedBy ?? null,
  writers: writersOf(entry),
  submitter: entry.submitter ?? null,
})

/** Does an activation of it stand? */
export const isActive = (
  { activation, activeUntil }: Pick<Entry, 'activation' | 'activeUntil'>,
  now: Date,
): boolean => Boolean(activation) && !isOver(activeUntil, now.getTime())

function marksOf(entry: Entry, now: Date): Mark[] {
  const marks: [Mark, unknown][] = [
    ['submitted', entry.submittedAt],
    ['requested', entry.deletionRequestedBy],
    ['returnRequested', entry.returnRequestedBy],
    ['withdrawn', entry.isWithdrawn],
    ['lapsed', entry.isLapsed],
    ['trashed', entry.trashedAt],
    ['activated', isActive(entry, now)],
    ['pushed', entry.push],
  ]
  return marks.filter(([, isSet]) => Boolean(isSet)).map(([mark]) => mark)
}
