import { addDataAndFileToRequest, type Endpoint, type PayloadRequest } from 'payload'
import { cleaned } from '@/cleanText'
import { languageOfRequest, problemOf, Refused } from './Refused'

type Answer = (req: PayloadRequest) => Promise<unknown>

/** Marks an endpoint of ours, which asks by itself who may and what was sent. */
export const own = { custom: { isOwn: true } }
export const isOwn = ({ custom }: Pick<Endpoint, 'custom'>): boolean => custom?.isOwn === true

/** An endpoint that answers JSON, and problem details (RFC 9457) where it is refused. */
export const answer = (method: 'get' | 'post', path: string, respond: Answer): Endpoint =>
  answerAs(method, path, async (req) =>
    Response.json(await respond(req), { headers: { 'cache-control': 'no-store' } }),
  )

/** The same for what is no JSON, such as a file. */
export const answerAs = (
  method: 'get' | 'post',
  path: string,
  respond: (req: PayloadRequest) => Promise<Response>,
): Endpoint => ({
  method,
  path,
  ...own,
  handler: async (req) => {
    try {
      return await respond(req)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      const problem = problemOf(error.code, error.details, languageOfRequest(req))
      const headers = {
        'content-type': 'application/problem+json; charset=utf-8',
        'cache-control': 'no-store',
      }
      return Response.json(problem, { status: problem.status, headers })
    }
  },
})

/**
 * What was sent as JSON or as a form is in `req.data` and `req.file` afterwards. Of Payload 3.90's errors about it some
 * count as failures of its own; whatever cannot be read was not sent as it should be.
 */
export async function readSent(req: PayloadRequest): Promise<void> {
  await addDataAndFileToRequest(req).catch(() => {
    throw new Refused('invalid', unreadable)
  })
  if (isTooDeep(req.data)) throw new Refused('invalid', unreadable)
}

/** Deeper than any text is. What is deeper was sent to exhaust the stack of whoever reads it. */
const deepest = 1000

const isTooDeep = (value: unknown, level = 0): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (level > deepest || Object.values(value).some((inner) => isTooDeep(inner, level + 1)))

const unreadable = {
  detail: {
    zh: '提交的内容不完整或格式不正确，无法读取。',
    en: 'What was sent is not complete, or not well-formed.',
  },
}

/** The JSON object that was sent, its texts cleaned. */
export async function bodyOf(req: PayloadRequest): Promise<Record<string, unknown>> {
  const body: unknown = await req.json?.().catch(() => null)
  if (isTooDeep(body)) throw new Refused('invalid', unreadable)
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) {
    return cleaned(body as Record<string, unknown>)
  }
  throw new Refused('invalid', {
    detail: { zh: '请发送 JSON 对象。', en: 'Send a JSON object.' },
  })
}

export const param = (req: PayloadRequest, name: string): string =>
  String(req.routeParams?.[name] ?? '')
