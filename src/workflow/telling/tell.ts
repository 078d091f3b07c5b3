import type { PayloadRequest, Where } from 'payload'
import { steps, type StepRule } from '@/access/rules'
import { answersOf, consultedOf, type Entry } from '../entry'
import type { Intent } from '../step/intent'
import { change, insertOnce } from '../store'
import { askedFor, askings, type AskedFor } from './askings'
import { peopleOf, requesterOf, writersToTell } from './people'
import { waitsFor, type Awaited } from './waiting'

/** What a message says of an entry. */
export type MessageEvent =
  'waits' | 'approved' | 'returned' | 'deletionDecided' | 'changed' | 'overdue'

type Told = { person: string; event: MessageEvent; asks?: AskedFor; unit?: string }

/** Steps of the past, as the demo city takes them, are no news. */
const newsFor = 14 * 24 * 60 * 60 * 1000

/**
 * Tells the people a step concerns, in its transaction. A row's id follows from the decision and the person:
 * a step that is finished a second time tells nobody twice. Nobody is told what they did themselves.
 */
export async function tell(
  req: PayloadRequest,
  entry: Entry,
  intent: Intent,
  isNew = false,
): Promise<void> {
  await settle(req, entry, intent)
  if (Date.now() - Date.parse(intent.at) > newsFor) return
  const told = once([
    ...(await askedNext(req, entry, intent)),
    ...(await concerned(req, entry, intent)),
  ])
  const { decision, step, by, byName, reason, at } = intent
  for (const { person, ...rest } of told.filter(({ person }) => person !== by)) {
    await insertOnce({
      ...{ req, collection: 'messages', isNew },
      data: {
        ...{ id: `${decision}:${person}`, person, entry: entry.id },
        ...{ library: entry.library, number: entry.number },
        ...{ step, by, byName, reason, at },
        ...rest,
      },
    })
  }
}

export const asked = ({ person, asks }: Awaited) => ({
  ...{ person: person.id, unit: person.unit },
  asks,
})

/** Those whom the step asks for the next; once the last unit has answered, for the approval anew. */
async function askedNext(req: PayloadRequest, entry: Entry, { step }: Intent): Promise<Told[]> {
  const isLastAnswer = steps[step].decidesOn === 'agreement' && isAnswered(entry)
  const next = askedFor.filter((asks) =>
    isLastAnswer ? asks === 'approve' : askings[asks].by === step,
  )
  const waiting = await Promise.all(next.map((asks) => waitsFor(req, entry, asks)))
  return waiting.flat().map((one) => ({ ...asked(one), event: 'waits' }))
}

/** Those who are told what became of their text or question, or of their unit's. */
async function concerned(req: PayloadRequest, entry: Entry, intent: Intent): Promise<Told[]> {
  const { tells, to }: StepRule = steps[intent.step]
  switch (tells) {
    case 'writers':
      return all(
        await writersToTell(req, entry, intent),
        to === 'approved' ? 'approved' : 'returned',
      )
    case 'requester':
      return all(await requesterOf(req, entry), 'deletionDecided')
    case 'unit': {
      // Cases are the centre's own.
      if (entry.library === 'cases') return []
      const people = await peopleOf(req, [entry.unit], ['editor', 'approver'])
      return all(
        people.map(({ id }) => id),
        'changed',
      )
    }
    case 'nobody':
      return []
  }
}

const all = (people: readonly string[], event: MessageEvent): Told[] =>
  people.map((person) => ({ person, event }))

/** Who is asked to approve and to agree is told of the latter, which comes first: the id has room for one. */
const once = (told: readonly Told[]): Told[] =>
  told.filter(({ person }, at) => told.findLastIndex((one) => one.person === person) === at)

function isAnswered(entry: Entry): boolean {
  const answered = answersOf(entry).map(({ unit }) => unit)
  return consultedOf(entry).every((unit) => answered.includes(unit))
}

/** What waited and does no longer needs nobody's attention: somebody decided, it was taken back, or what was returned came again. */
async function settle(req: PayloadRequest, entry: Entry, { at }: Intent): Promise<void> {
  await change({
    req,
    collection: 'messages',
    where: {
      and: [
        { entry: { equals: entry.id } },
        { settledAt: { exists: false } },
        {
          or: [
            { and: [{ asks: { exists: true } }, ...waitNoLonger(entry)] },
            { and: [{ event: { equals: 'returned' } }, { at: { less_than: at } }] },
          ],
        },
      ],
    },
    data: { settledAt: at },
  })
}

/** Of the messages that ask for something: all but for what is still asked, of the unit where it is one's to answer. */
function waitNoLonger(entry: Entry): Where[] {
  const open = entry.trashedAt
    ? []
    : askedFor.filter((asks) => askings[asks].isAskedOf(entry, null))
  if (open.length === 0) return []
  const units = answersOf(entry).map(({ unit }) => unit)
  const answered = open.flatMap((asks): Where[] => {
    const those = units.filter((unit) => !askings[asks].isAskedOf(entry, unit))
    return those.length === 0
      ? []
      : [{ and: [{ asks: { equals: asks } }, { unit: { in: those } }] }]
  })
  return [{ or: [{ asks: { not_in: open } }, ...answered] }]
}
