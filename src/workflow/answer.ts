import type { Endpoint, PayloadRequest } from 'payload'
import { languageOfRequest, problemOf, Refused } from './Refused'

type Answer = (req: PayloadRequest) => Promise<unknown>

/** An endpoint that answers JSON, and problem details (RFC 9457) where it is refused. */
export const answer = (method: 'get' | 'post', path: string, respond: Answer): Endpoint => ({
  method,
  path,
  handler: async (req) => {
    try {
      return Response.json(await respond(req), { headers: { 'cache-control': 'no-store' } })
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      const problem = problemOf(error.code, error.details, languageOfRequest(req))
      const headers = { 'content-type': 'application/problem+json; charset=utf-8' }
      return Response.json(problem, { status: problem.status, headers })
    }
  },
})

/** The JSON object that was sent. */
export async function bodyOf(req: PayloadRequest): Promise<Record<string, unknown>> {
  const body: unknown = await req.json?.().catch(() => null)
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) {
    return body as Record<string, unknown>
  }
  throw new Refused('invalid', {
    detail: { zh: '请发送 JSON 对象。', en: 'Send a JSON object.' },
  })
}

export const param = (req: PayloadRequest, name: string): string =>
  String(req.routeParams?.[name] ?? '')
