import { isVisibleTo, type Audience, type Visible } from './audience'
import type { Library } from './rules'

/** What stands on top of the desks: an activated plan (启动预案), or an entry pushed to them (推送话务员). */
export const bulletinKinds = ['activated', 'pushed'] as const
export type BulletinKind = (typeof bulletinKinds)[number]

export type Bulletin = {
  /** That of the decision which put it there: put there anew, it is another one. */
  id: string
  kind: BulletinKind
  number: string
  library: Library
  title: string
  unit: { id: string; name: string }
  /** What the desks are told with an activated plan. */
  sentence: string | null
  since: string
  /** A pushed entry stays until it is taken back. */
  until: string | null
}

/** A bulletin with its entry's id, and what tells who may read the text. */
export type Posted = { entry: string; bulletin: Bulletin; text: Visible }

const day = 24 * 60 * 60 * 1000

/** So many days ahead the end of an activation may lie: what nobody thinks of any more stands on no desk. */
export const longestActivation = 90

/** The last moment an activation of now may end at. */
export const latestEnd = (now: number): Date => new Date(now + longestActivation * day)

/** May an activation end then? */
export const isEnd = (until: Date | null, now: Date): boolean =>
  until !== null && until > now && until <= latestEnd(now.getTime())

/** It is over at its end, whether or not the clock has come to it. */
export const isOver = (until: string | null, now: number): boolean =>
  until !== null && Date.parse(until) <= now

/** Whoever may read the text sees the bulletin, its sentence with it, and nobody else; none after its end. */
export const bulletinsFor = (
  posted: readonly Posted[],
  audience: Audience,
  now: number,
): Bulletin[] =>
  posted
    .filter(
      ({ bulletin, text }) => !isOver(bulletin.until, now) && isVisibleTo(audience, text, now),
    )
    .map(({ bulletin }) => bulletin)
    .sort(inOrder)

/** Plans first, of each kind the newest first. */
const inOrder = (one: Bulletin, other: Bulletin): number =>
  bulletinKinds.indexOf(one.kind) - bulletinKinds.indexOf(other.kind) ||
  Date.parse(other.since) - Date.parse(one.since)
