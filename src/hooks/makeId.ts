import { randomUUID } from 'node:crypto'
import type { CollectionBeforeChangeHook } from 'payload'

/** Ids are made here, never taken from what was sent. */
export const makeId: CollectionBeforeChangeHook = ({ data, operation }) =>
  operation === 'create' ? { ...data, id: randomUUID() } : data
