import { atMost } from './heat'

/** Somebody who asked or read: a person or a machine by its id, else an anonymous session at an address of the day. */
export type Asker = { reader: string | null; session: string | null; place: string | null }

/** Who asked or read one thing, and how often each counts. */
export type Askers = Map<string, { place: string; read: boolean; uses: number }>

/** Whoever asks or reads is one, however often. */
export function addReading(askers: Askers, asker: Asker): void {
  entryOf(askers, asker).read = true
}

/** Each use is another call. */
export function addUse(askers: Askers, reader: string): void {
  entryOf(askers, { reader, session: null, place: null }).uses += 1
}

function entryOf(askers: Askers, asker: Asker) {
  const key = keyOf(asker)
  const known = askers.get(key)
  if (known) return known
  const made = { place: countedAs(asker), read: false, uses: 0 }
  askers.set(key, made)
  return made
}

const keyOf = ({ reader, session }: Asker): string => JSON.stringify([reader, session])

/**
 * Who certainly differs: an address, whatever browsers are at it; who is signed in, and rows of before addresses were
 * told apart, stand for themselves.
 */
export const countedAs = (asker: Asker): string =>
  asker.reader === null && asker.place !== null ? asker.place : keyOf(asker)

/**
 * How many asked for these things together: of a person and of an address three at most, so that nobody makes a demand
 * alone.
 */
export function countAskers(things: Iterable<Askers>): number {
  const places = new Map<string, number>()
  for (const askers of things)
    for (const { place, read, uses } of askers.values())
      places.set(place, (places.get(place) ?? 0) + Math.max(read ? 1 : 0, uses))
  return atMost(places.values())
}
