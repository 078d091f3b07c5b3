import { noCalls, type Calls } from './calls'
import { keptInTab } from './keptInTab'

const store = keptInTab<Calls>('zhiku-calls', noCalls, ({ calls }) => calls.length === 0)

/** The calls of this person. */
export const callsOf = store.of
export const changeCalls = store.change
export const listenToCalls = store.listen
/** Whoever signs out leaves nothing of a caller behind. */
export const forgetCalls = store.forget
