import {
  executeAccess,
  type Access,
  type Endpoint,
  type FlattenedField,
  type PayloadRequest,
  type SanitizedCollectionConfig,
  type SanitizedConfig,
  type SanitizedGlobalConfig,
} from 'payload'
import { actorOf } from '@/access/actor'
import { libraries } from '@/access/rules'
import { toldWhence } from '@/access/whence'
import { sitePath } from '@/base'
import { env } from '@/env'
import { isOwn, own, readSent } from '@/workflow/answer'
import { followTreeChanges } from '@/workflow/tree/followTreeChanges'
import { Refused } from '@/workflow/Refused'
import { refuseWrongValues } from '@/workflow/saving/textSent'
import { checkQuery } from './checkQuery'

type Entity = SanitizedCollectionConfig | SanitizedGlobalConfig

/**
 * Puts a guard before each address of Payload's REST. Payload 3.90 opens a transaction, and runs the first hooks in
 * it, before it asks who may; and it looks at little of what was sent before the database does.
 */
export async function guardEndpoints(config: Promise<SanitizedConfig>): Promise<SanitizedConfig> {
  const made = await config
  for (const entity of [...made.collections, ...made.globals]) {
    const known = (entity.endpoints || []).filter((each) => works(each, entity))
    entity.endpoints = [...known, ...nowhere].map((each) => guarded(each, entity))
  }
  const others = [...made.endpoints, ...nowhere].map((each) => guarded(each))
  made.endpoints = others as typeof made.endpoints
  return made
}

/** Payload 3.90 gives every collection all addresses, and fails at those it has nothing behind. */
function works({ method, path }: Doing, entity: Entity): boolean {
  if (path.startsWith('/versions')) return Boolean(entity.versions)
  if (path.startsWith('/verify')) return 'auth' in entity && Boolean(entity.auth?.verify)
  // Looks for what is not there with a statement that SQLite does not read.
  return !(entity.slug === 'payload-preferences' && method === 'delete')
}

/** Behind all others: Payload's own words for an address that it does not have are no problem details. */
const nowhere: Endpoint[] = (['get', 'post', 'put', 'patch', 'delete'] as const).map((method) => ({
  method,
  path: '/:rest*',
  ...own,
  handler: (req) => {
    if (method !== 'get' && !req.user) throw new Refused('notSignedIn')
    throw new Refused('notFound')
  },
}))

const guarded = (endpoint: Omit<Endpoint, 'root'>, entity?: Entity): Omit<Endpoint, 'root'> => ({
  ...endpoint,
  handler: async (req) => {
    if (isOwn(endpoint)) return finished(await endpoint.handler(req), req)
    const isWriting = endpoint.method !== 'get'
    if (isWriting && !req.user) throw new Refused('notSignedIn')
    if (entity) {
      await refuseWithoutRight(req, endpoint, entity)
      checkQuery(req, entity.flattenedFields)
      await readBody(req, endpoint, entity)
    }
    const response = await endpoint.handler(req)
    // The node is written for good; what belongs to it follows before its change is answered.
    if (entity?.slug === 'nodes' && isWriting) await followTreeChanges(req)
    return finished(response, req)
  },
})

/** Who may do nothing of the kind is told so before anything is begun; for whom it depends, it is asked later. */
async function refuseWithoutRight(req: PayloadRequest, endpoint: Doing, entity: Entity) {
  if (!isSaving(endpoint)) return
  const { access, slug } = entity
  const isCreating = endpoint.method === 'post' && 'create' in access
  // A text that somebody may not see is not there: guardSave tells that from what they may not change.
  if (!isCreating && libraries.some((library) => library === slug)) return
  const asked: Access = isCreating ? access.create : access.update
  const may: unknown = await executeAccess({ req, disableErrors: true }, asked)
  if (may === false) throw new Refused(actorOf(req.user) ? 'notAllowed' : 'notSignedIn')
}

type Doing = Pick<Endpoint, 'method' | 'path'>

const isSaving = ({ method, path }: Doing): boolean =>
  (method === 'post' && path === '/') || (method === 'patch' && (path === '/' || path === '/:id'))

/** Reads what Payload's handler would read, which then finds it read, and sees that it may be saved. */
async function readBody(req: PayloadRequest, endpoint: Doing, entity: Entity): Promise<void> {
  if (endpoint.method !== 'post' && endpoint.method !== 'patch') return
  await readSent(req)
  Object.defineProperty(req, 'body', { value: null })
  // A file may come alone.
  if (req.data === undefined && req.file) req.data = {}
  const isMissing = req.data === undefined && isSaving(endpoint)
  const isOther = req.data !== undefined && !isRecord(req.data)
  if (isMissing || isOther) throw new Refused('invalid', noObject)
  if (!isRecord(req.data)) return
  const isAccount = 'auth' in entity && Boolean(entity.auth)
  refuseWrongValues(
    isAccount ? [...entity.flattenedFields, password] : entity.flattenedFields,
    req.data,
  )
}

/** No field of the row, and taken with one. */
const password: FlattenedField = {
  name: 'password',
  type: 'text',
  label: { zh: '密码', en: 'Password' },
}

/**
 * What depends on who asks is kept by nobody; behind https a session's cookie never leaves without it, and never for another
 * site of the host.
 */
function finished(response: Response, { headers: asked }: PayloadRequest): Response {
  const headers = new Headers(response.headers)
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
  const cookies = headers.getSetCookie()
  const isSecure =
    env.url?.startsWith('https:') || toldWhence((name) => asked.get(name)).scheme === 'https'
  headers.delete('set-cookie')
  for (const cookie of cookies) {
    const placed = cookie.replace(/; *Path=\/(?=;|$)/i, `; Path=${sitePath}`)
    headers.append('set-cookie', isSecure ? `${placed}; Secure` : placed)
    // One from before the site was put below a path would be sent too, behind this one, and Payload takes the last.
    const session = sitePath === '/' ? null : /^[\w-]+-token(?==)/.exec(cookie)
    if (session) headers.append('set-cookie', `${session[0]}=; Path=/; Max-Age=0; HttpOnly`)
  }
  const { body, status, statusText } = response
  return new Response(body, { headers, status, statusText })
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const noObject = {
  detail: { zh: '请发送 JSON 对象。', en: 'Send a JSON object.' },
}
