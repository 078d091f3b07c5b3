import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Payload } from 'payload'
import type { Audience } from '@/access/audience'
import { bulletinsFor, type Bulletin, type Posted } from '@/access/bulletins'
import { once } from '@/once'
import { confirmedBy, postedBulletins } from '@/reading/bulletins'
import { forgotten } from '@/workflow/accounts/forgetSessions'
import { Refused } from '@/workflow/Refused'
import type { Asked } from './client'
import { personOf } from './records'
import { headersOf } from './rest/payloadApi'
import { sessionOf, type Session } from './sessions'

/** How often the process looks for all its desks together, in milliseconds; another process has written what it finds. */
const often = 2_000
/** So often a desk hears that it is still connected. */
const beat = 15_000
/** So often it is asked whether the session still holds; at once where one of this process ended. */
const sessionHolds = 15_000
/** Windows of one person: a browser has six connections to a site, and needs some for all else. */
const mostOfOne = 4
/** Bytes that wait for a desk that reads no more. */
const mostWaiting = 256 * 1024

type Person = Extract<Session, { kind: 'person' }>

type Stream = {
  res: ServerResponse
  headers: Headers
  person: Person
  askedAt: number
  forgotten: number
  /** What it was told of last, empty where its person confirmed one since; and when it heard of us. */
  seen: string
  heardAt: number
}

const desks = once('deskEvents', () => ({
  open: new Set<Stream>(),
  timer: undefined as NodeJS.Timeout | undefined,
  /** The look that goes on, and whether another one is to follow it. */
  looking: undefined as Promise<void> | undefined,
  isAskedAgain: false,
}))

/**
 * `GET /api/desk/events`: server-sent events for the desk of a person: `bulletins` with all that stands on it, at once and
 * whenever it is another, and `beat`. It ends with the session. Throws `Refused` where the person has too many.
 */
export async function deskEvents(
  { payload, session }: Asked,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const person = personOf({ session })
  const own = [...desks.open].filter((stream) => stream.person.id === person.id)
  if (own.length >= mostOfOne) {
    const seconds = 30
    throw new Refused('tooManyRequests', {
      filled: { seconds },
      headers: { 'retry-after': String(seconds) },
    })
  }
  // They left while their session was asked for: nothing would tell of it again.
  if (res.destroyed) return
  res.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    // nginx would gather it; see docs/nginx.
    'x-accel-buffering': 'no',
  })
  if (req.method === 'HEAD') return void res.end()
  // After a restart they do not all come at once.
  res.write(`retry: ${2_000 + Math.round(Math.random() * 3_000)}\n\n`)
  const stream: Stream = {
    ...{ res, headers: headersOf(req), person, askedAt: Date.now(), forgotten: forgotten.times },
    ...{ seen: '', heardAt: 0 },
  }
  desks.open.add(stream)
  res.once('close', () => desks.open.delete(stream))
  plan(payload)
  void look(payload)
}

/** The desk of this person in other windows shows it as read at once. */
export function noteConfirmed(payload: Payload, person: string): void {
  const own = [...desks.open].filter((stream) => stream.person.id === person)
  for (const stream of own) stream.seen = ''
  if (own.length > 0) void look(payload)
}

/** Ends all of them: the process stops, and desks go to another one. */
export function endDeskEvents(): void {
  clearTimeout(desks.timer)
  for (const { res } of desks.open) res.end()
  desks.open.clear()
}

function plan(payload: Payload): void {
  desks.timer ??= setTimeout(() => {
    look(payload)
      .finally(() => {
        desks.timer = undefined
        if (desks.open.size > 0) plan(payload)
      })
      .catch(() => undefined)
  }, often).unref()
}

/**
 * One look for all, and one at a time: an older one would tell again what has ended. Whoever asks for one while another goes
 * on gets what follows it.
 */
function look(payload: Payload): Promise<void> {
  desks.isAskedAgain = desks.looking !== undefined
  desks.looking ??= lookOnce(payload).finally(() => {
    desks.looking = undefined
    if (desks.isAskedAgain) void look(payload)
  })
  return desks.looking
}

/** Where it fails, desks hear nothing and ask by themselves; one that fails holds up no other. */
async function lookOnce(payload: Payload): Promise<void> {
  try {
    const shownTo = shownNow(await postedBulletins(payload))
    for (const stream of desks.open) {
      await tell(payload, stream, shownTo).catch((error: unknown) => {
        stream.seen = ''
        failed(payload, error)
      })
    }
  } catch (error) {
    failed(payload, error)
  }
}

const failed = (payload: Payload, error: unknown): void =>
  payload.logger.error({ err: error, msg: 'What stands on the desks could not be told.' })

type Shown = { bulletins: Bulletin[]; seen: string }
type ShownTo = (audience: Audience) => Shown

/** Worked out once for all who read as the same audience: most desks are agents'. */
function shownNow(posted: readonly Posted[]): ShownTo {
  const known = new Map<string, Shown>()
  const now = Date.now()
  return (audience) => {
    const key = JSON.stringify(audience)
    const before = known.get(key)
    if (before) return before
    const bulletins = bulletinsFor(posted, audience, now)
    const shown = { bulletins, seen: JSON.stringify(bulletins) }
    known.set(key, shown)
    return shown
  }
}

async function tell(payload: Payload, stream: Stream, shownTo: ShownTo): Promise<void> {
  const { res } = stream
  if (res.writableEnded || res.destroyed) return
  const now = Date.now()
  const isSuspect = stream.forgotten !== forgotten.times || now - stream.askedAt >= sessionHolds
  if (isSuspect && !(await stillHolds(payload, stream))) return void res.end()
  if (res.writableLength > mostWaiting) return void res.destroy()
  const { bulletins, seen } = shownTo(stream.person.audience)
  if (seen !== stream.seen) {
    stream.seen = seen
    // Asked with each change: it may have been confirmed at another process.
    const confirmed = await confirmedBy(payload, stream.person.id, bulletins)
    // Confirmed meanwhile: the look that follows tells it.
    if (stream.seen !== seen || res.writableEnded) return
    const shown = bulletins.map((one) => ({ ...one, isRead: confirmed.has(one.id) }))
    res.write(`event: bulletins\ndata: ${JSON.stringify({ bulletins: shown })}\n\n`)
  } else if (now - stream.heardAt >= beat) res.write('event: beat\ndata: {}\n\n')
  else return
  stream.heardAt = now
}

/** Is it still the same person, and what may they read now? */
async function stillHolds(payload: Payload, stream: Stream): Promise<boolean> {
  const { times } = forgotten
  const session = await sessionOf(payload, stream.headers)
  if (session?.kind !== 'person' || session.id !== stream.person.id) return false
  stream.person = session
  stream.askedAt = Date.now()
  stream.forgotten = times
  return true
}
