import type { Endpoint, Payload, PayloadRequest } from 'payload'
import { z } from 'zod'
import { actorOf, type Actor } from '@/access/actor'
import { forgetKept } from '@/tables/keptFor'
import { answer, bodyOf, param } from '../answer'
import { recordAudit } from '../audit/append'
import { withoutNumbers } from '../findings/personalNumbers'
import { inTransaction } from '../inTransaction'
import { Refused } from '../Refused'
import { said, sentAs } from '../sentAs'
import { putRows, readRows } from '@/tables'
import { byId } from '../store'

const graded = z.object({
  isGrave: said(z.boolean(), { zh: '请选择差错程度。', en: 'Say how bad it was.' }),
  sentence: said(z.string().trim().min(1).max(500), {
    zh: '请用 500 字以内的一句话说明理由。',
    en: 'Say why in a sentence of at most 500 characters.',
  }),
})

/**
 * `POST /api/gradings/{decision}` `{ isGrave, sentence }`: the centre grades a withdrawal for wrong content (重大错误 or
 * not); graded again, the later grade holds. 403 `notAllowed`, 404 where there is no such withdrawal.
 */
export const gradeEndpoint: Endpoint = answer('post', '/:decision', async (req) => {
  const actor = actorOf(req.user)
  if (!actor) throw new Refused('notSignedIn')
  if (!actor.roles.includes('centre')) throw new Refused('notAllowed')
  const decision = await wrongWithdrawal(req.payload, param(req, 'decision'))
  if (!decision) throw new Refused('notFound')
  const { isGrave, sentence } = sentAs(graded, await bodyOf(req))
  await gradeWithdrawal({ req, actor, decision, isGrave, sentence, now: new Date() })
  return { id: decision.id, isGrave }
})

type Grade = {
  req: PayloadRequest
  /** Of the centre. */
  actor: Actor
  decision: Withdrawal
  isGrave: boolean
  sentence: string
  now: Date
}

/** Puts a grade on record and in the log. Rejects as the database does. */
export async function gradeWithdrawal(given: Grade): Promise<void> {
  const { req, actor, decision, isGrave, sentence, now } = given
  const { id, entry, number, title, at } = decision
  const row = {
    ...{ id, entry, number, isGrave, sentence: withoutNumbers(sentence) },
    ...{ by: actor.id, byName: actor.name, at: now.toISOString(), withdrawnAt: at },
  }
  const [before] = await readRows(req.payload, {
    ...{ collection: 'gradings', columns: ['isGrave', 'sentence'], where: byId(id), limit: 1 },
  })
  await inTransaction(req, async () => {
    await putRows({ req, collection: 'gradings', rows: [row] })
    await recordAudit({
      ...{ req, action: 'gradings.save', subject: entry },
      subjectName: withoutNumbers(title ?? ''),
      details: {
        number,
        kind: isGrave ? 'grave' : 'minor',
        ...(before ? { from: gradeOf(before) } : {}),
      },
    })
  })
  forgetKept('statistics')
}

/** As the log keeps what was graded before. */
const gradeOf = ({ isGrave, sentence }: Record<string, unknown>): string =>
  `${isGrave === true ? '重大错误' : '一般差错'}：${String(sentence)}`

type Withdrawal = { id: string; entry: string; number: string; title: string | null; at: string }

/** The withdrawal for wrong content that this decision was; null where it was none. */
export async function wrongWithdrawal(payload: Payload, id: string): Promise<Withdrawal | null> {
  const [row] = await readRows(payload, {
    collection: 'decisions',
    columns: ['id', 'entry', 'number', 'title', 'at', 'step', 'details'],
    where: byId(id),
    limit: 1,
  })
  const { step, details } = (row ?? {}) as { step?: string; details?: { kind?: string } | null }
  return step === 'withdraw' && details?.kind === 'inError' ? (row as Withdrawal) : null
}

/** Which of these decisions withdrew wrong content, and how each was graded; null where it was not. */
export async function gradesOf(
  payload: Payload,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { isGrave: boolean; sentence: string } | null>> {
  if (ids.length === 0) return new Map()
  const where = { id: { in: [...ids] } }
  const [decisions, grades] = await Promise.all([
    readRows(payload, {
      ...{ collection: 'decisions', columns: ['id', 'details'], where, limit: 0 },
    }),
    readRows(payload, {
      ...{ collection: 'gradings', columns: ['id', 'isGrave', 'sentence'], where, limit: 0 },
    }),
  ])
  const known = new Map(grades.map((row) => [row.id, row]))
  return new Map(
    decisions
      .filter(({ details }) => (details as { kind?: string } | null)?.kind === 'inError')
      .map(({ id }) => {
        const grade = known.get(id)
        const told = grade && {
          isGrave: grade.isGrave === true,
          sentence: String(grade.sentence),
        }
        return [String(id), told ?? null]
      }),
  )
}
