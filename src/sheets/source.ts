import type { Said, SheetRow } from './types'

/** What is known of a file once it was read through: what its rows are read by. */
export type Survey = {
  headings: string[]
  headLine: number
  notes: Said[]
  count: number
  /** Which columns of the file have a heading, in the order of the headings. */
  columns: number[]
}

/** A file of one kind. */
export type Source = {
  /** Reads it to the end. */
  survey(): Promise<Survey>
  /** Row by row, those that hold nothing left out. */
  rows(survey: Survey): AsyncGenerator<SheetRow>
}
