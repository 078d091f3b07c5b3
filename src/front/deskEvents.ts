import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Payload } from 'payload'
import { bulletinsFor, type Posted } from '@/access/bulletins'
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
  /** What it was told last, and when it heard of us. */
  told: string
  heardAt: number
  /** What this person has confirmed, of the bulletins that were asked about. */
  confirmed: Set<string>
  asked: Set<string>
}

const desks = once('deskEvents', () => ({
  open: new Set<Stream>(),
  timer: undefined as NodeJS.Timeout | undefined,
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
  const stream: Stream = {
    ...{ res, headers: headersOf(req), person, askedAt: Date.now(), forgotten: forgotten.times },
    ...{ told: '', heardAt: 0, confirmed: new Set(), asked: new Set() },
  }
  const isHead = req.method === 'HEAD'
  if (!isHead) {
    desks.open.add(stream)
    res.once('close', () => desks.open.delete(stream))
  }
  try {
    const posted = await postedBulletins(payload)
    if (res.destroyed) return
    res.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      // nginx would gather it; see docs/nginx.
      'x-accel-buffering': 'no',
    })
    if (isHead) return void res.end()
    // After a restart they do not all come at once.
    res.write(`retry: ${2_000 + Math.round(Math.random() * 3_000)}\n\n`)
    await tell(payload, stream, posted)
    plan(payload)
  } catch (error) {
    desks.open.delete(stream)
    throw error
  }
}

/** The desk of this person in other windows shows it as read at once. */
export function noteConfirmed(payload: Payload, person: string, bulletin: string): void {
  for (const stream of desks.open) if (stream.person.id === person) stream.confirmed.add(bulletin)
  if (desks.open.size > 0) void look(payload)
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

/** One look for all; where it fails, desks hear nothing and ask by themselves. */
async function look(payload: Payload): Promise<void> {
  try {
    const posted = await postedBulletins(payload)
    for (const stream of desks.open) await tell(payload, stream, posted)
  } catch (error) {
    payload.logger.error({ err: error, msg: 'What stands on the desks could not be read.' })
  }
}

async function tell(payload: Payload, stream: Stream, posted: readonly Posted[]): Promise<void> {
  const { res } = stream
  const now = Date.now()
  const isSuspect = stream.forgotten !== forgotten.times || now - stream.askedAt >= sessionHolds
  if (isSuspect && !(await stillHolds(payload, stream))) return void res.end()
  if (res.writableLength > mostWaiting) return void res.destroy()
  const bulletins = bulletinsFor(posted, stream.person.audience, now)
  const fresh = bulletins.filter(({ id }) => !stream.asked.has(id))
  for (const id of await confirmedBy(payload, stream.person.id, fresh)) stream.confirmed.add(id)
  stream.asked = new Set(bulletins.map(({ id }) => id))
  const shown = bulletins.map((one) => ({ ...one, isRead: stream.confirmed.has(one.id) }))
  const told = JSON.stringify({ bulletins: shown })
  if (told !== stream.told) res.write(`event: bulletins\ndata: ${told}\n\n`)
  else if (now - stream.heardAt >= beat) res.write('event: beat\ndata: {}\n\n')
  else return
  stream.told = told
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
