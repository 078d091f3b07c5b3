import type { PayloadRequest } from 'payload'
import { change } from '../store'

/** The tasks of a unit follow it when it is moved or goes into another one, so that its people go on with them. */
export const moveTasks = (
  req: PayloadRequest,
  from: string,
  place: { unit: string; unitAbove?: string | null },
): Promise<void> =>
  change({
    ...{ req, collection: 'tasks', where: { unit: { equals: from } } },
    data: { unit: place.unit, unitAbove: place.unitAbove ?? null },
  })
