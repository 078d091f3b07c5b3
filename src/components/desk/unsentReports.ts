import { keptInTab } from './keptInTab'
import type { Reporting, Values } from './ReportDialog'

/** What somebody told of and the server did not take, as it was written, the oldest first. */
type Unsent = readonly Reporting[]

export const noneUnsent: Unsent = []

const store = keptInTab<Unsent>('zhiku-reports', noneUnsent, (unsent) => unsent.length === 0)

export const unsentOf = store.of
export const changeUnsent = store.change
export const listenToUnsent = store.listen
export const forgetUnsent = store.forget

/** What is being written: what it was begun with, and how it stands. */
type Writing = { begun: Reporting | null; values: Values }

export const nothingWritten: Writing = { begun: null, values: {} }

const writing = keptInTab<Writing>('zhiku-report', nothingWritten, ({ begun }) => begun === null)

/** A reload or a lock amid a report costs none of its words. */
export const writingOf = writing.of
export const changeWriting = writing.change
export const listenToWriting = writing.listen
export const forgetWriting = writing.forget
