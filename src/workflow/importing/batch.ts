import type { PayloadRequest } from 'payload'
import type { Library } from '@/access/rules'
import { findOne, byId } from '../store'

/** A sentence for people. */
export type Said = { zh: string; en: string }

export const batchStates = [
  ...(['read', 'planning', 'planned', 'running'] as const),
  ...(['stopped', 'done', 'takingBack', 'takenBack'] as const),
] as const
export type BatchState = (typeof batchStates)[number]

/** States in which the server works on it. */
export const workedOn = ['planning', 'running', 'takingBack'] as const satisfies BatchState[]

/** What will become of a row; `differs`: a person changed its entry since. */
export const outcomes = ['new', 'changed', 'unchanged', 'refused', 'differs'] as const
export type OutcomeOfRow = (typeof outcomes)[number]

export const results = [
  ...(['created', 'updated', 'submitted', 'held'] as const),
  ...(['kept', 'failed', 'takenBack'] as const),
] as const
export type ResultOfRow = (typeof results)[number]

/** Results that left an entry otherwise than it was. */
export const doneResults = ['created', 'updated', 'submitted', 'held'] as const

export const switchChoices = ['sheet', 'yes', 'no'] as const
export type Options = {
  submit: boolean
  openToUnits: (typeof switchChoices)[number]
  openToPublic: (typeof switchChoices)[number]
}

export const usualOptions: Options = { submit: false, openToUnits: 'sheet', openToPublic: 'sheet' }

export type UnitAnswer = { unit: string; name: string } | 'make' | 'refuse'

/** A name in the sheet that no unit has. */
export type UnitAsked = {
  name: string
  rows: number
  answer: UnitAnswer | null
  nearest: { id: string; name: string }[]
}

/** Of a heading, the field it fills; null for what is left out. */
export type Columns = Record<string, string | null>

/** A batch as it is stored; lists and records are JSON. */
export type StoredBatch = {
  id: string
  library: Library
  name: string
  hash: string
  size: number
  total: number
  /** Where the headings stood in the file; 0 where it was JSON. */
  headLine: number
  by: string | null
  byName: string | null
  unit: string | null
  at: string
  state: BatchState
  lock: number
  worker: string | null
  claimedAt: string | null
  done: number
  todo: number
  notes: string
  headings: string
  headingsKey: string
  samples: string
  columns: string
  units: string
  options: string
}

/** A row as it is stored. */
export type StoredRow = {
  id: string
  batch: string
  line: number
  title: string | null
  unit: string | null
  unitName: string | null
  outcome: OutcomeOfRow
  entry: string | null
  number: string | null
  revision: number | null
  lock: number | null
  sourceKey: string | null
  hash: string | null
  categoryKey: string | null
  isChosen: boolean | null
  result: ResultOfRow | null
  said: string | null
  similar: string | null
  data: string | null
  theirs: string | null
  ours: string | null
  before: string | null
}

export const read = <T>(json: string | null | undefined, otherwise: T): T =>
  json ? (JSON.parse(json) as T) : otherwise

export const headingsOf = ({ headings }: StoredBatch) => read<string[]>(headings, [])
export const columnsIn = ({ columns }: StoredBatch) => read<Columns>(columns, {})
export const unitsIn = ({ units }: StoredBatch) => read<UnitAsked[]>(units, [])
export const optionsIn = ({ options }: StoredBatch) => read<Options>(options, usualOptions)

export const findBatch = (req: PayloadRequest, id: string): Promise<StoredBatch | null> =>
  findOne<StoredBatch>({ req, collection: 'importBatches', where: byId(id) })
