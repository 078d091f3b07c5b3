import type { Field } from 'payload'

/**
 * By what of their register rows the copies are put in order and narrowed. Hidden: what is asked for is not read along;
 * where an entry stands is read from the register itself.
 */
export const standing: Field[] = [
  { name: 'state', type: 'text', virtual: 'entry.state', hidden: true },
  { name: 'deletionState', type: 'date', virtual: 'entry.deletionRequestedAt', hidden: true },
  { name: 'stateSince', type: 'date', virtual: 'entry.stateSince', hidden: true },
  { name: 'keeper', type: 'text', virtual: 'entry.keeper', hidden: true },
]
