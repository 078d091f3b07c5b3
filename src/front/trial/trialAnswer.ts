export type TrialHit = { id: string; number: string; title: string; unit: string }

/** A judged query that the change touches; places count from 1, null where it is not among the first ten. */
export type TrialLine = {
  query: string
  before: number | null
  after: number | null
  firstBefore: string | null
  firstAfter: string | null
}

export type JudgedTrial = {
  /** How many judged queries there are. */
  queries: number
  touched: TrialLine[]
  /** MRR@10 over all of them, from 0 to 1; null where there are none. */
  mrr: { before: number; after: number } | null
}

export type PlacementTrial = { before: TrialHit[]; after: TrialHit[]; judged: JudgedTrial }
export type TermTrial = { judged: JudgedTrial }
