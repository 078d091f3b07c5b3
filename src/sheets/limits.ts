/** Of one file; a larger one is sent in parts. */
export const mostRows = 100_000

export const mostColumns = 500

/** Where a cell may stand that holds something. */
export const widest = 2_000

/** Bytes of a text, or of one part of a workbook that is kept in memory, as it is after unpacking. */
export const mostText = 200 * 2 ** 20

/** Bytes of the rows of a workbook, which are not kept: a million formatted rows that hold nothing are fine. */
export const mostMarkup = 2 ** 30

/** In characters; a quotation mark that is not closed makes one cell of all that follows. */
export const longestRow = 1_000_000

/** How many rows, and about how many characters, are handed on at once. */
export const chunkRows = 200
export const chunkLength = 200_000
