import type { Endpoint } from 'payload'
import { z } from 'zod'
import { actorOf } from '@/access/actor'
import { reviewsSeenOf } from '@/access/promoting'
import { answer, bodyOf } from '../answer'
import { Refused } from '../Refused'
import { said, sentAs } from '../sentAs'
import { answered, nothingOfAll, nothingToDo, readOwn } from './answering'
import { draftFrom, moveToFront } from './promote'

/** More than any id or query has. */
const longest = 1_000

const subject = said(z.string().min(1).max(longest), {
  zh: '请用 subject 说明是哪一条内容或哪一句话。',
  en: 'Say in subject which entry or which query it is.',
})

/** What is answered: an entry by its id, or a query by its form. */
export const reviewSent = z.object({
  kind: said(z.enum(['entry', 'query']), {
    zh: 'kind 只能是 entry 或 query。',
    en: 'kind must be entry or query.',
  }),
  subject,
})

/** Only an entry is revised. */
export const entryReviewSent = reviewSent.pick({ subject: true })

/**
 * 热点信息提炼, under `/api/readReviews`: `GET /` what the own unit is to look at in these five working days; `POST /nothing`
 * `{ kind, subject }` and `POST /all`: 看过，无需处理; `POST /draft` `{ kind, subject }`, `POST /revise` and `POST /mark`
 * `{ subject }` → `{ entry: { id, number, library }, isNew }`. Asked again, each leads to what the first one made.
 */
export const reviewEndpoints: Endpoint[] = [
  answer('get', '/', async (req) => {
    const actor = actorOf(req.user)
    if (!actor) throw new Refused('notSignedIn')
    const unit = reviewsSeenOf(actor)
    if (unit === null) throw new Refused('notAllowed')
    return readOwn(req, unit, new Date())
  }),
  answer('post', '/all', async (req) => {
    await nothingOfAll(req)
    return { isDone: true }
  }),
  answer('post', '/nothing', async (req) => {
    await nothingToDo(await answered(req, sentAs(reviewSent, await bodyOf(req))))
    return { isDone: true }
  }),
  answer('post', '/draft', async (req) =>
    draftFrom(await answered(req, sentAs(reviewSent, await bodyOf(req)))),
  ),
  ...(['revise', 'mark'] as const).map((step) =>
    answer('post', `/${step}`, async (req) => {
      const sent = sentAs(entryReviewSent, await bodyOf(req))
      const { entry, ...rest } = await answered(req, { ...sent, kind: 'entry' })
      if (!entry) throw new Refused('notFound')
      return moveToFront({ ...rest, entry }, step === 'mark' ? 'marked' : 'revised')
    }),
  ),
]
