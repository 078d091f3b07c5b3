import { createHash } from 'node:crypto'
import { executeAuthStrategies, type Payload } from 'payload'
import { actorOf, type Actor } from '@/access/actor'
import { audienceOf, type Audience } from '@/access/audience'
import { usualRate } from '@/access/searching'

/** A person with a session, or a machine with a key. */
export type Session =
  | ({ kind: 'person'; username: string; audience: Audience } & Actor)
  | {
      kind: 'system'
      id: string
      name: string
      audience: Audience
      /** Requests it may make in a minute. */
      rate: number
    }

type Known = { account: Account | null; session: Session | null }
type Kept = { until: number; known: Promise<Known> }

const keptFor = 5_000
const keptAtMost = 10_000

// A bundle may hold this module twice; `forgetSessions` of the workflow must reach both.
const shared = globalThis as unknown as Record<symbol, Map<string, Kept> | undefined>
const kept = (shared[Symbol.for('zhiku.sessions')] ??= new Map())

/** Who sent these headers; people who are switched off or must first change their password are nobody. */
export const sessionOf = async (payload: Payload, headers: Headers): Promise<Session | null> =>
  (await knownOf(payload, headers)).session

/** The same with those who must first change their password, as Payload knows them. */
export const accountOf = async (payload: Payload, headers: Headers): Promise<Account | null> =>
  (await knownOf(payload, headers)).account

function knownOf(payload: Payload, headers: Headers): Promise<Known> {
  const key = keyOf(headers)
  if (!key) return Promise.resolve({ account: null, session: null })
  const now = Date.now()
  const before = kept.get(key)
  if (before && before.until > now) return before.known
  if (kept.size >= keptAtMost) kept.clear()
  const known = authenticate(payload, headers)
  kept.set(key, { until: now + keptFor, known })
  known.catch(() => kept.delete(key))
  return known
}

/** All that Payload's strategies look at, so that nothing kept for one request answers another. */
function keyOf(headers: Headers): string | null {
  const authorization = headers.get('authorization')
  const cookie = headers.get('cookie')
  if (!authorization && !cookie?.includes('-token=')) return null
  const parts = [authorization, cookie, headers.get('origin'), headers.get('sec-fetch-site')]
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64')
}

async function authenticate(payload: Payload, headers: Headers): Promise<Known> {
  const { user } = await executeAuthStrategies({ payload, headers })
  return { account: user, session: user ? sessionFrom(user) : null }
}

function sessionFrom(account: Account): Session | null {
  if (account.collection === 'systems') return systemSession(account)
  const actor = actorOf(account)
  if (!actor) return null
  return {
    kind: 'person',
    ...actor,
    username: account.username ?? '',
    audience: audienceOf(actor),
  }
}

type Account = {
  id: string
  collection: string
  name?: string | null
  username?: string | null
  isActive?: boolean | null
  audience?: 'agent' | 'public' | null
  rate?: number | null
}

function systemSession({ id, name, isActive, audience, rate }: Account): Session | null {
  if (isActive === false) return null
  return {
    kind: 'system',
    id,
    name: name ?? '',
    audience: { sees: audience === 'agent' ? 'everything' : 'public' },
    rate: rate ?? usualRate,
  }
}
