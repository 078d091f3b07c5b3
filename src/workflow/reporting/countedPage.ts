import type { Where } from 'payload'

/** Of whom and what rows are told. */
export type Within = {
  /** Units whose rows they are; null for all, those that are gone with them. */
  units: readonly string[] | null
  /** What holds of their entries in the register; nothing where it is all of them. */
  ofEntries?: Where
  /** Entries of these that the register does not know any more. */
  purged: readonly string[]
  isWithin: (entry: string) => boolean
}

/** One of what a figure counts; `unit` where it is of no entry. */
export type Counted = Record<'id' | 'entry' | 'title' | 'by' | 'at' | 'reason', string> & {
  unit?: string
  /** The task it is, by its id and its number. */
  task?: { id: string; number: string }
}

/** A page of them, the newest first; how many there are, and how many of them this person does not see. */
export type CountedPage = { shown: Counted[]; total: number; hidden: number }

export const rowsOnPage = 50

/** What is not told of most of them. */
export const blank = { title: '', by: '', at: '', reason: '' }
