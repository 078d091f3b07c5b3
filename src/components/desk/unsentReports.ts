import { keptInTab } from './keptInTab'
import type { Reporting } from './ReportDialog'

/** What somebody told of and the server did not take, as it was written, the oldest first. */
type Unsent = readonly Reporting[]

export const noneUnsent: Unsent = []

const store = keptInTab<Unsent>('zhiku-reports', noneUnsent, (unsent) => unsent.length === 0)

export const unsentOf = store.of
export const changeUnsent = store.change
export const listenToUnsent = store.listen
export const forgetUnsent = store.forget
