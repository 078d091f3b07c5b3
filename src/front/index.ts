import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Payload } from 'payload'
import { searchEngine } from '@/search'
import { noteReading, type NoteReading } from '@/workflow/audit/readings'
import { noteView, type NoteView } from '@/workflow/views/noteView'
import { forgetSessions } from '@/workflow/forgetSessions'
import type { SearchEngine } from '@/search/types'
import { sendJson, sendProblem } from './answer'
import { createFraming, mayBeFramed } from './framing'
import { createLimits, usualLimits, type Limits } from './limits'
import { createMatcher } from './matchRoute'
import { clientOf } from './client'
import { recordOnBehalf } from './onBehalf'
import { Problem } from './problem'
import { keepingOf, routes, type Route } from './routes'
import { sessionOf, type Session } from './sessions'

type Parts = {
  payload: Payload
  engine?: SearchEngine
  limits?: Limits
  note?: NoteReading
  view?: NoteView
}

export type Front = (req: IncomingMessage, res: ServerResponse) => Promise<boolean>

/** The lean path in front of Next: true where it answered, false where Next should. */
export function createFront({
  payload,
  engine = searchEngine(),
  limits = usualLimits,
  note = noteReading,
  view = noteView,
}: Parts): Front {
  const match = createMatcher(routes)
  const limit = createLimits(limits)
  const frame = createFraming(payload)

  return async (req, res) => {
    const address = addressOf(req)
    const found = address && match(address.pathname)
    try {
      if (!found) {
        const path = address?.pathname ?? ''
        // Next 16.4 answers 500 to half a character.
        if (!isReadable(path)) throw new Problem('notFound')
        if (path === '/search') await limit.takePublicSearch(req)
        if (isOfKey(req)) await countKey(await sessionOf(payload, headersOf(req)), res)
        if (mayBeFramed(path)) await frame(res)
        await watchAccounts(req, res, path)
        return false
      }
      if (req.method !== 'GET' && req.method !== 'HEAD') {
        throw new Problem('methodNotAllowed', {}, { allow: 'GET, HEAD' })
      }
      await answer(found.route, found.params, address.searchParams)
    } catch (error) {
      refuse(error, req, res, found?.route.path ?? 'another path')
    }
    return true

    async function answer(route: Route, params: Record<string, string>, query: URLSearchParams) {
      const session = await admit(route)
      const audience = route.for === 'everyone' || !session ? publicAudience : session.audience
      const reader = { payload, audience, now: new Date() }
      const header = (name: string) => req.headers[name]?.toString()
      const client = clientOf({ header, address: req.socket.remoteAddress })
      const asked = { payload, engine, params, query, session, reader, client, note, view }
      if ('stream' in route) return route.stream(asked, req, res)
      const body = JSON.stringify(await route.json(asked))
      sendJson(req, res, { body, keep: keepingOf(route) })
    }

    async function admit(route: Route): Promise<Session | null> {
      if (route.for === 'everyone') {
        if (route.asks === 'search') await limit.takePublicSearch(req)
        if (route.asks === 'suggestion') await limit.takePublicSuggestion(req)
        return null
      }
      const session = await sessionOf(payload, headersOf(req))
      await countKey(session, res)
      if (route.for === 'signedIn' && !session) throw new Problem('notSignedIn')
      const username = req.headers['x-zhiku-agent']
      if (typeof username === 'string') {
        await recordOnBehalf({ payload, session, username, subject: route.path, note })
      }
      return session
    }
  }

  async function countKey(session: Session | null, res: ServerResponse) {
    if (session?.kind === 'system') await limit.takeOfKey(res, session.id, session.rate)
  }

  /** Sign-in itself is Payload's; here its failures are counted and what was kept of people forgotten. */
  async function watchAccounts(req: IncomingMessage, res: ServerResponse, path: string) {
    if (req.method === 'GET' || req.method === 'HEAD') return
    if (!/^\/api\/(users|systems)(\/|$)/.test(path)) return
    const isLogin = path === '/api/users/login'
    if (isLogin) await limit.refuseManyFailedLogins(req)
    res.once('finish', () => {
      forgetSessions()
      if (isLogin && res.statusCode === 401) void limit.noteFailedLogin(req)
    })
  }

  function refuse(error: unknown, req: IncomingMessage, res: ServerResponse, route: string) {
    const problem = error instanceof Problem ? error : new Problem('internal')
    if (problem !== error) {
      payload.logger.error({ msg: `The lean path failed at ${route}`, ...whereItFailed(error) })
    }
    if (res.headersSent) res.destroy()
    else sendProblem(req, res, problem)
  }
}

/** Addresses hold what callers said, and so do the messages of database errors: only name and place are logged. */
function whereItFailed(error: unknown) {
  if (!(error instanceof Error)) return { error: typeof error }
  const places = error.stack?.split('\n').filter((line) => /^\s+at /.test(line))
  return { error: error.name, places: places?.slice(0, 8).map((line) => line.trim()) }
}

const isOfKey = ({ headers }: IncomingMessage) => headers.authorization?.startsWith('systems ')

function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

const publicAudience = { sees: 'public' } as const

function addressOf(req: IncomingMessage): URL | null {
  try {
    return new URL(req.url ?? '/', 'http://localhost')
  } catch {
    return null
  }
}

function headersOf(req: IncomingMessage): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(req.headers)) {
    if (typeof value === 'string') headers.set(name, value)
  }
  return headers
}
