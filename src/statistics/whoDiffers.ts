import { countedAs, type Asker } from './askers'

/**
 * Who asked one thing, day after day, so that it can be told how many certainly differ: a citizen is another one each day,
 * so that of several days only who is signed in is added up. Askers are those of the day on which most asked, of an address
 * one, or all who were signed in where these are more.
 */
export type Tally = {
  /** The last day that was taken in, and who asked on it. */
  day: string
  ofDay: Set<string>
  /** On the day on which most asked. */
  mostOfDay: number
  signedIn: Set<string>
}

export const noneAsked = (): Tally => ({
  ...{ day: '', ofDay: new Set(), mostOfDay: 0, signedIn: new Set() },
})

/** Takes in one who asked on this day; days come in their order. */
export function takeIn(tally: Tally, day: string, asker: Asker): void {
  if (day !== tally.day) Object.assign(tally, { day, ofDay: new Set() })
  tally.ofDay.add(countedAs(asker))
  tally.mostOfDay = Math.max(tally.mostOfDay, tally.ofDay.size)
  if (asker.reader !== null) tally.signedIn.add(asker.reader)
}

/** How many certainly differ. */
export const whoDiffer = ({ mostOfDay, signedIn }: Tally): number =>
  Math.max(mostOfDay, signedIn.size)
