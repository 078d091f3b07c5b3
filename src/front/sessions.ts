import { createHash } from 'node:crypto'
import { executeAuthStrategies, type Payload } from 'payload'
import { actorOf, type Actor } from '@/access/actor'
import { audienceOf, type Audience } from '@/access/audience'
import { usualRate } from '@/access/searching'
import { keptFor } from '@/tables/keptFor'

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

/** Forgotten by `forgetSessions` of the workflow. */
const kept = keptFor<Known>({ name: 'sessions', time: 5_000, most: 10_000 })

/** Who sent these headers; people who are switched off or must first change their password are nobody. */
export const sessionOf = async (payload: Payload, headers: Headers): Promise<Session | null> =>
  (await knownOf(payload, headers)).session

/** The same with those who must first change their password, as Payload knows them. */
export const accountOf = async (payload: Payload, headers: Headers): Promise<Account | null> =>
  (await knownOf(payload, headers)).account

function knownOf(payload: Payload, headers: Headers): Promise<Known> {
  const key = keyOf(headers)
  if (!key) return Promise.resolve({ account: null, session: null })
  return kept.now(payload, () => authenticate(payload, headers), { key })
}

/** Sessions of people come with no other cookie. */
export const mayBeSignedIn = (cookie: string | null): boolean =>
  cookie?.includes('-token=') ?? false

/** All that Payload's strategies look at, so that nothing kept for one request answers another. */
function keyOf(headers: Headers): string | null {
  const authorization = headers.get('authorization')
  const cookie = headers.get('cookie')
  if (!authorization && !mayBeSignedIn(cookie)) return null
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
