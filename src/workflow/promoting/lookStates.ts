import type { Payload } from 'payload'
import type { UnitFacts } from '../tree/readUnits'
import { foundedAt, wasThere, type Looks } from './looks'
import { toldIn } from './told'

/** Whether a unit looked in a period; `notAsked` where it was not to. */
export type LookState = 'looked' | 'empty' | 'missed' | 'noEditor' | 'notAsked'

type Known = {
  looks: Pick<Looks, 'askedAt' | 'looked'>
  /** When the unit came into the tree. */
  founded: string | undefined
  /** Was somebody of the unit told in this period? */
  isTold: boolean
  /** Is the period not over, and does somebody write for the unit, who is told at the next turn? */
  isToBeTold: boolean
}

/** Of whom nobody was told although the unit was there, nobody wrote for: who does now was not asked then. */
export function lookStateOf(
  unit: string,
  { looks, founded, isTold, isToBeTold }: Known,
): LookState {
  const look = looks.looked.get(unit)
  if (look) return look.outcome === 'empty' ? 'empty' : 'looked'
  if (!wasThere(founded, looks.askedAt)) return 'notAsked'
  if (isTold) return 'missed'
  return isToBeTold ? 'notAsked' : 'noEditor'
}

/** Of each of these units in a period, which may be the present one. Rejects as the database does. */
export async function lookStates(
  payload: Payload,
  asked: { looks: Looks; units: readonly UnitFacts[]; isPresent: boolean },
): Promise<ReadonlyMap<string, LookState>> {
  const { looks, units, isPresent } = asked
  const [founded, told] = await Promise.all([foundedAt(payload), toldIn(payload, looks.period)])
  return new Map(
    units.map(({ id, missing }) => {
      const isToBeTold = isPresent && !missing.includes('editor')
      const known = { looks, founded: founded.get(id), isTold: told.has(id), isToBeTold }
      return [id, lookStateOf(id, known)]
    }),
  )
}
