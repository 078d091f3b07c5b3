import type { Where } from 'payload'
import {
  asksRegister,
  conjunctsOf,
  orderOverRegister,
  overRegister,
  sharedColumns,
} from '@/access/overRegister'

/** A question about rows that point to an entry, in the parts the register and the rows answer. */
export type EntryQuestion = {
  /** All that must hold of the register's row. */
  register: Where[]
  /** All that must hold of the row itself. */
  own: Where[]
  /** What stands in both lists, being about columns both have. */
  shared: Where[]
  /** Of each at least one part must hold, some of which are about the one and some about the other. */
  mixed: Where[]
  /** Nothing is asked that the register does not answer. */
  isRegisterAlone: boolean
  /** By the columns of which of them; null where by both. */
  order: { of: 'register' | 'own'; by: string[] } | null
}

/** Null where nothing is asked of the register. */
export function entryQuestion(asked: {
  where?: Where
  orders: readonly string[]
  /** Is it a working copy, of which an entry has one, with the entry's own place? */
  isCopy: boolean
}): EntryQuestion | null {
  const conjuncts = withoutRepeats(conjunctsOf(asked.where ?? {}))
  const over = asked.orders.map(orderOverRegister)
  if (!asksRegister(conjuncts) && over.every((order) => order === null)) return null
  const columns = asked.isCopy ? sharedColumns : []
  const register: Where[] = []
  const own: Where[] = []
  const shared: Where[] = []
  const mixed: Where[] = []
  for (const conjunct of conjuncts) {
    const turned = overRegister([conjunct], columns)
    const isOwn = !asksRegister([conjunct])
    if (turned) register.push(...turned)
    if (isOwn) own.push(conjunct)
    if (turned && isOwn) shared.push(conjunct)
    if (!turned && !isOwn) mixed.push(conjunct)
  }
  return {
    ...{ register: withoutRepeats(register), own, shared, mixed },
    isRegisterAlone: asked.isCopy && own.length === shared.length && mixed.length === 0,
    order: orderOf(asked.orders, over),
  }
}

/** Payload adds the reader's reach for each condition behind `entry.`. */
const withoutRepeats = (conditions: readonly Where[]): Where[] => [
  ...new Map(conditions.map((where) => [JSON.stringify(where), where])).values(),
]

function orderOf(
  orders: readonly string[],
  over: readonly (string | null)[],
): EntryQuestion['order'] {
  const ofRegister = over.filter((order) => order !== null)
  if (ofRegister.length === 0) return { of: 'own', by: [...orders] }
  return ofRegister.length === orders.length ? { of: 'register', by: ofRegister } : null
}
