export type Said = { zh: string; en: string }

/** A row as it stands in the file. */
export type SheetRow = {
  /** The row's number as the spreadsheet shows it, 1 being the first of the file; of JSON the line's or the element's. */
  line: number
  /** In the order of the headings. */
  cells: string[]
  /** What is wrong with how it is written: such a row is refused, whatever its cells hold. */
  wrong?: Said
}

/** A file of rows under headings; read through once already, so that nothing of it is refused any more. */
export type Sheet = {
  headings: string[]
  /** Where the headings stand; 0 where they are the names of JSON. */
  headLine: number
  /** What is to be known of how it was read. */
  notes: Said[]
  /** Rows that hold something. */
  count: number
  /** In chunks of at most 200; read anew each time they are gone through. */
  rows: AsyncIterable<SheetRow[]>
}

/** A file cannot be read: why, and what to do. */
export class UnreadableSheet extends Error {
  /** @param line where in the file, if it can be told */
  constructor(
    readonly said: Said,
    readonly line: number | null = null,
  ) {
    super(`${said.zh} ${said.en}`)
  }
}
