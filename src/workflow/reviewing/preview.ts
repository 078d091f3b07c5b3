import { randomUUID } from 'node:crypto'
import type { Endpoint, PayloadRequest } from 'payload'
import { actorOf, type Actor } from '@/access/actor'
import { isGranted } from '@/access/granted'
import type { Library } from '@/access/rules'
import { unify } from '@/blocks/unify'
import { once } from '@/once'
import { answer, bodyOf } from '../answer'
import { Refused } from '../Refused'
import { placeOfText, type FiledAt } from '../saving/placeOfText'
import { refuseWrongValues } from '../saving/textSent'
import { appearanceOf, type Appearance } from '../step/publication'

/**
 * `POST /api/{library}/preview` with the fields of a text, complete or not: 200 `{ token }`. Readers' pages
 * show it as it would look at `/preview/{token}` and `/desk/preview/{token}`, for half an hour and only to
 * whoever sent it. Nothing is stored, nothing is published.
 */
export const previewEndpoint = (library: Library): Endpoint =>
  answer('post', '/preview', async (req) => {
    const actor = actorOf(req.user)
    if (!actor) throw new Refused('notSignedIn')
    const isWriter = isGranted(req.user, library, 'create') || actor.roles.includes('centre')
    if (!isWriter) throw new Refused('notAllowed')
    const text = await bodyOf(req)
    refuseWrongValues(req.payload.collections[library].config.flattenedFields, text)
    const row = await rowOf(req, { actor, library, text })
    return { token: keepPreview(actor.id, row) }
  })

type Given = { actor: Actor; library: Library; text: Record<string, unknown> }

async function rowOf(req: PayloadRequest, { actor, library, text }: Given): Promise<Previewed> {
  const place = await placeNow(req, { actor, library, text })
  const topic = typeof text.topic === 'string' ? text.topic : null
  const body = text.body ? unify(text.body) : null
  const filed = { library, topic, ...place }
  const appearance = await appearanceOf(req, filed, { ...text, body }, 'preview')
  const now = new Date().toISOString()
  // Without a number no link leads to where nothing is yet.
  return { ...appearance, entry: '', library, number: '', approvedAt: now }
}

/** Where it would be filed; while no category is chosen, under the writer's unit. */
async function placeNow(req: PayloadRequest, { actor, library, text }: Given): Promise<FiledAt> {
  const ownUnit = actor.roles.includes('centre') ? null : actor.unit
  try {
    return await placeOfText({ req, library, ownUnit, text })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { unit: actor.unit, unitAbove: null, category: null, categoryKey: null }
  }
}

/** What a publication of the text would be, as far as its page shows it. */
type Previewed = Appearance & {
  entry: string
  library: Library
  number: string
  approvedAt: string
}

type Kept = { token: string; row: Previewed; until: number }

/** Long enough to look at it on every screen; in milliseconds. */
const keptFor = 30 * 60 * 1000

/** By person; the endpoint fills it, the pages read it. */
const previews = once('previews', () => new Map<string, Kept>())

/**
 * Keeps the last text each person asked to preview, in the memory of this process only; what came before is
 * forgotten. Where several processes serve, a person's requests must reach the same one.
 */
function keepPreview(person: string, row: Previewed, now = Date.now()): string {
  for (const [id, { until }] of previews) if (until < now) previews.delete(id)
  const token = randomUUID()
  previews.set(person, { token, row, until: now + keptFor })
  return token
}

/** The text behind a token, for the person who asked for it and nobody else. */
export function previewOf(person: string, token: string, now = Date.now()): Previewed | null {
  const kept = previews.get(person)
  return kept?.token === token && kept.until >= now ? kept.row : null
}
