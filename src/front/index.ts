import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Payload } from 'payload'
import { searchEngine } from '@/search'
import { noteReading, type NoteReading } from '@/workflow/audit/readings'
import { noteShown, type NoteShown } from '@/workflow/usage/searches'
import { noteView, type NoteView } from '@/workflow/usage/views'
import { forgetSessions } from '@/workflow/accounts/forgetSessions'
import type { SearchEngine } from '@/search/types'
import { sendJson, sendProblem } from './answer'
import { embedOriginsNow } from './embedOrigins'
import { createTrust, tellWhence, whence } from '@/access/whence'
import { env } from '@/env'
import { readingTexts } from '@/i18n/refusals'
import { Refused } from '@/workflow/Refused'
import {
  isWriting,
  limitBody,
  needsSession,
  refuseForeign,
  createLimits,
  usualLimits,
  type Limits,
} from './admit'
import { clientOf, type Asked } from './client'
import { refusalOf, whereItFailed } from './failures'
import { formLeads, leadOn, refusalLeads, type Found } from './formLeads'
import { recordOnBehalf } from './noteReadings'
import { formIn, isForm, questionIn, sentIn } from './questionIn'
import { refuseOrigin, takeKeyOfBearer } from './mcp/door'
import { createPages } from './pages'
import type { Making } from './pages/renderPage'
import { answerByPayload, headersOf } from './rest/payloadApi'
import { keepingOf, routes, createMatcher, type Route } from './routes'
import { accountOf, sessionOf, type Session } from './sessions'

type Parts = {
  payload: Payload
  engine?: SearchEngine
  limits?: Limits
  note?: NoteReading
  view?: NoteView
  show?: NoteShown
  rest?: typeof answerByPayload
  /** Where it is given, citizens' pages are answered here. */
  making?: Making
}

export type Front = (req: IncomingMessage, res: ServerResponse) => Promise<boolean>

/** All of `/api` and the lean path, in front of Next: true where it answered, false where a page of Next's should. */
export function createFront({
  payload,
  engine = searchEngine(),
  limits = usualLimits,
  note = noteReading,
  view = noteView,
  show = noteShown,
  rest = answerByPayload,
  making,
}: Parts): Front {
  const answerPage = making && createPages(payload, making)
  const match = createMatcher(routes)
  const limit = createLimits(limits)
  const trusts = createTrust(env.trustedProxies)

  return async (req, res) => {
    const from = whence(req, trusts)
    tellWhence(req.headers, from)
    const address = addressOf(req)
    const found = address && match(address.pathname)
    try {
      if (!found) {
        const path = pathOf(address)
        await admitToOthers(path)
        if (!isOfApi(path)) return (await answerPage?.(req, res, address!)) ?? false
        try {
          await rest(payload, req, res, from)
        } finally {
          // Also where whoever asked has left meanwhile.
          if (isWriting(req) && changesAccounts(path)) forgetSessions()
        }
        return true
      }
      const methods = methodsOf(found.route)
      if (!methods.includes(req.method ?? '')) {
        throw new Refused('methodNotAllowed', {
          filled: { methods: methods.join('、') },
          headers: { allow: methods.join(', ') },
        })
      }
      if ('exchange' in found.route) {
        refuseOrigin(req.headers, from)
        takeKeyOfBearer(req.headers)
      }
      if ('write' in found.route || 'exchange' in found.route) refuseForeign(req.headers, from)
      await answer(found.route, found.params, address.searchParams)
    } catch (error) {
      refuse(error, req, res, found)
    }
    return true

    /** What holds for pages and for Payload's own addresses, before either of them works. */
    async function admitToOthers(path: string | null): Promise<void> {
      // Next 16.4 answers 500 to half a character.
      if (path === null) throw new Refused('notFound')
      if (path === '/search' || path === '/updates.xml') await limit.takePublicSearch(from)
      if (isOfApi(path)) res.setHeader('cache-control', 'no-store')
      if (isWriting(req)) await admitWriting(path)
      if (isOfKey(req)) await countKey(await sessionOf(payload, headersOf(req)), res)
      if (mayBeFramed(path)) await frame(payload, res)
    }

    /** Nobody writes anything, and nothing is begun for them, but for what signs them in. */
    async function admitWriting(path: string) {
      refuseForeign(req.headers, from)
      if (isReadingByJson(req)) throw new Refused('badParameter', { parameter: 'body' })
      limitBody(req, path, (tooLarge) => refuse(tooLarge, req, res))
      if (needsSession(path) && !(await accountOf(payload, headersOf(req)))) {
        throw new Refused('notSignedIn', readingTexts.notSignedIn)
      }
    }

    async function answer(route: Route, params: Record<string, string>, inPath: URLSearchParams) {
      const { session, agent } = await admit(route)
      const isAskedInBody = isWriting(req) && !('exchange' in route)
      const query = isAskedInBody ? await bodyIn(route) : inPath
      const audience = route.for === 'everyone' || !session ? publicAudience : session.audience
      const reader = { payload, audience, now: new Date() }
      const header = (name: string) => req.headers[name]?.toString()
      const client = clientOf(header)
      const noting = { note, view, show }
      const asked = { payload, engine, params, query, session, agent, reader, client, ...noting }
      if ('stream' in route) return route.stream(asked, req, res)
      if ('exchange' in route) return route.exchange(asked, req, res)
      const found = await ('write' in route ? route.write(asked) : route.json(asked))
      const next = formLeads(req, { route, params }, { sent: query, found })
      if (next !== null) return leadOn(res, next)
      const body = JSON.stringify(found)
      sendJson(req, res, { body, keep: req.method === 'POST' ? 'never' : keepingOf(route) })
    }

    function bodyIn(route: Route): Promise<URLSearchParams> {
      if (!('write' in route)) return questionIn(req)
      return route.formLeadsTo && isForm(req) ? formIn(req, route.takes) : sentIn(req, route.takes)
    }

    async function admit(route: Route): Promise<Pick<Asked, 'session' | 'agent'>> {
      if (route.for === 'everyone') {
        if (route.asks === 'search') await limit.takePublicSearch(from)
        if (route.asks === 'suggestion') await limit.takePublicSuggestion(from)
        if (route.asks === 'report') await limit.takePublicReport(from)
        return { session: null, agent: null }
      }
      const session = await sessionOf(payload, headersOf(req))
      await countKey(session, res)
      if (route.for === 'signedIn' && !session)
        throw new Refused('notSignedIn', readingTexts.notSignedIn)
      const username = req.headers['x-zhiku-agent']
      const agent =
        typeof username === 'string'
          ? await recordOnBehalf({ payload, session, username, subject: route.path, note })
          : null
      return { session, agent }
    }
  }

  async function countKey(session: Session | null, res: ServerResponse) {
    if (session?.kind === 'system') await limit.takeOfKey(res, session.id, session.rate)
  }

  function refuse(error: unknown, req: IncomingMessage, res: ServerResponse, found?: Found | null) {
    const refused = refusalOf(error)
    if (refused !== error) {
      const at = found?.route.path ?? 'another path'
      payload.logger.error({ msg: `The lean path failed at ${at}`, ...whereItFailed(error) })
    }
    const next = found ? refusalLeads(req, found, refused) : null
    if (res.headersSent) res.destroy()
    else if (next !== null) leadOn(res, next)
    else sendProblem(req, res, refused, !found)
  }
}

const methodsOf = (route: Route): string[] =>
  'write' in route || 'exchange' in route
    ? ['POST']
    : ['GET', 'HEAD', ...(route.isAskedInBody ? ['POST'] : [])]

/** Payload 3.90 reads such a body before it catches anything; forms, which its own pages send so, it reads well. */
const isReadingByJson = ({ headers }: IncomingMessage) =>
  [headers['x-payload-http-method-override'], headers['x-http-method-override']].includes('GET') &&
  headers['content-type']?.startsWith('application/json') === true

const isOfKey = ({ headers }: IncomingMessage) => headers.authorization?.startsWith('systems ')

/** As it is meant, however it was written; null where it cannot be read. */
function pathOf(address: URL | null): string | null {
  try {
    return decodeURIComponent(address?.pathname ?? '').replace(/\/{2,}/g, '/')
  } catch {
    return null
  }
}

const isOfApi = (path: string | null): boolean =>
  path === '/api' || path?.startsWith('/api/') === true

/** What was kept of people is old then; a session that begins or goes on is told by a cookie of its own. */
const changesAccounts = (path: string | null): boolean =>
  /^\/api\/(users(?!\/(login|refresh-token)\/?$)|systems)(\/|$)/.test(path ?? '')

const publicAudience = { sees: 'public' } as const

function addressOf(req: IncomingMessage): URL | null {
  try {
    return new URL(req.url ?? '/', 'http://localhost')
  } catch {
    return null
  }
}

/** The desk, and where it may lead: to sign in, unlock, or change the password. Other pages are framed by this site alone. */
const mayBeFramed = (path: string): boolean =>
  /^\/(desk(\/(updates|following|tasks))?|login|locked|password)\/?$/.test(path)

/**
 * Lets the origins which the centre listed show a page in a frame of theirs, by the policy that server.mjs
 * has set. While the list cannot be read, nobody may.
 */
async function frame(payload: Payload, res: ServerResponse): Promise<void> {
  const listed = await embedOriginsNow(payload)
  const policy = res.getHeader('content-security-policy')
  if (listed.length === 0 || typeof policy !== 'string') return
  const framedBy = ["frame-ancestors 'self'", ...listed].join(' ')
  res.setHeader('content-security-policy', policy.replace("frame-ancestors 'self'", framedBy))
  // It cannot name origins, and browsers that know the policy do not look at it.
  res.removeHeader('x-frame-options')
}
