import type { PayloadRequest } from 'payload'
import { answersOf, consultedOf, type Entry } from '../entry'
import type { Intent } from '../step/intent'
import { insertBeside } from '../store'
import type { AskedFor } from './askings'
import { peopleOf } from './people'
import { requesterOf, writersToTell } from './involved'
import { settle } from './settle'
import { waitsFor, type Waiting } from './waitsFor'

/** What a message is about. */
export const messageEvents = [
  'waits',
  'approved',
  'returned',
  'deletionDecided',
  'changed',
  'overdue',
] as const
export type MessageEvent = (typeof messageEvents)[number]

type Told = { person: string; event: MessageEvent; asks?: AskedFor; unit?: string }

/** Steps of the past, as the demo city takes them, are no news. */
const newsFor = 14 * 24 * 60 * 60 * 1000

/**
 * Tells the people a step concerns, in its transaction. A row's id follows from the decision and the person:
 * a step that is finished a second time tells nobody twice. Nobody is told what they did themselves.
 */
export async function tell(req: PayloadRequest, entry: Entry, intent: Intent): Promise<void> {
  await settle(req, entry, intent)
  if (Date.now() - Date.parse(intent.at) > newsFor) return
  const told = await concerned(req, entry, intent)
  const { decision, step, by, byName, reason, at } = intent
  for (const { person, ...rest } of told.filter(({ person }) => person !== by)) {
    await insertBeside({
      req,
      collection: 'messages',
      data: {
        ...{ id: `${decision}:${person}`, person, entry: entry.id },
        ...{ library: entry.library, number: entry.number },
        ...{ step, by, byName, reason, at },
        ...rest,
      },
    })
  }
}

export const asked = ({ person, asks }: Waiting) => ({
  ...{ person: person.id, unit: person.unit },
  asks,
})

async function concerned(req: PayloadRequest, entry: Entry, intent: Intent): Promise<Told[]> {
  const waits = async (...steps: AskedFor[]): Promise<Told[]> => {
    const waiting = await Promise.all(steps.map((asks) => waitsFor(req, entry, asks)))
    return waiting.flat().map((one) => ({ ...asked(one), event: 'waits' }))
  }
  switch (intent.step) {
    case 'submit':
      // Who is asked to agree and to approve is told of the first: the id has room for one.
      return once(await waits('agree', 'approve'))
    case 'agree':
    case 'object':
      return isAnswered(entry) ? waits('approve') : []
    case 'requestDeletion':
      return waits('approveDeletion')
    case 'requestReturn':
      return waits('return')
    case 'approve':
      return all(await writersToTell(req, entry, intent), 'approved')
    case 'return':
      return all(await writersToTell(req, entry, intent), 'returned')
    case 'approveDeletion':
    case 'refuseDeletion':
      return all(await requesterOf(req, entry), 'deletionDecided')
    case 'saveDirectly':
    case 'withdraw':
    case 'restore': {
      // Cases are the centre's own.
      if (entry.library === 'cases') return []
      const people = await peopleOf(req, [entry.unit], ['editor', 'approver'])
      return all(
        people.map(({ id }) => id),
        'changed',
      )
    }
    default:
      return []
  }
}

const all = (people: readonly string[], event: MessageEvent): Told[] =>
  people.map((person) => ({ person, event }))

const once = (told: readonly Told[]): Told[] =>
  told.filter(({ person }, at) => told.findIndex((one) => one.person === person) === at)

function isAnswered(entry: Entry): boolean {
  const answered = answersOf(entry).map(({ unit }) => unit)
  return consultedOf(entry).every((unit) => answered.includes(unit))
}
