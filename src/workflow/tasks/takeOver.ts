import type { PayloadRequest } from 'payload'
import type { Actor } from '@/access/actor'
import { mayTakeOver } from '@/access/merging'
import { isLexicalText, paragraphOf, plainText, type LexicalText } from '@/blocks/lexical'
import { toPlain } from '@/blocks/render'
import type { Knowledge } from '@/payload-types'
import { findEntry } from '../entry'
import { Refused } from '../Refused'
import { takeStep } from '../step/takeStep'
import { byId, findOne } from '../store'
import { mergingOf, type Task } from './task'

/**
 * 并入修订: what a merge is to take over stands at the end of a revision of the text that stays, to be written on and approved as
 * any other. Asked for again it only says where it is. Throws `Refused`, as revising and saving do.
 */
export async function takeOver(req: PayloadRequest, actor: Actor, task: Task) {
  const { passage } = task
  const stays = mergingOf(task)?.stays
  if (!stays || !passage || !mayTakeOver(actor, task)) throw new Refused('notAllowed')
  const entry = await findEntry(req, stays)
  if (!entry) throw new Refused('notFound')
  const { id, library, number, state, revision } = entry
  const text = await findOne<{ id: string; body?: unknown }>({
    ...{ req, collection: library, where: byId(id) },
  })
  const body = isLexicalText(text?.body) ? text.body : null
  const lines = linesOf(passage)
  const said = new Set(body ? linesOf(toPlain(body)) : [])
  const added = lines.filter((line) => !said.has(line))
  const place = { id, library, number }
  if (added.length === 0) return place
  if (state === 'approved')
    await takeStep({ req, library, id, step: 'revise', body: { revision, seenState: state } })
  await req.payload.update({
    ...{ collection: library, id, req, overrideAccess: false, depth: 0 },
    data: { body: withLines(body, added), startedFrom: revision } as Partial<Knowledge>,
  })
  return place
}

const linesOf = (text: string) =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean)

/** As paragraphs of their own, after what is there. */
function withLines(body: LexicalText | null, lines: readonly string[]): LexicalText {
  const added = lines.map((line) => paragraphOf([plainText(line)]))
  const root = body?.root ?? { type: 'root', version: 1, direction: null, format: '', indent: 0 }
  return { root: { ...root, children: [...(body?.root.children ?? []), ...added] } }
}
