import { entryReviewSent, reviewSent } from '@/workflow/promoting/endpoints'
import { body, json, people, refused } from './operations'
import { bodySchema, flag, list, number, object, orNull, text, type Schema } from './schema'

const tags = ['热点信息提炼 Promotion']

const period = object({ year: number, number, first: text, last: text, until: text })
const review: Schema = { type: 'object', description: '办理记录 / how it was answered' }
const promoted = object({ entry: object({ id: text, number: text, library: text }), isNew: flag })

const answering = (summary: string, sent: Schema | null, answered: Schema) => ({
  post: {
    ...{ tags, summary, security: people },
    ...(sent ? { requestBody: body(sent) } : {}),
    responses: { '200': json('已办 / done', answered), ...refused(400, 401, 403, 404, 409, 503) },
  },
})

const isDone = object({ isDone: flag })

/** 热点信息提炼: what a unit's editors look at each five working days. */
export const promotionPaths: Record<string, unknown> = {
  '/api/readReviews': {
    get: {
      tags,
      summary:
        '本期待查看的：上一期读得多的内容、没有得到答案的话 / What one’s own unit is to look at in these five working days',
      security: people,
      responses: {
        '200': json(
          '好 / fine',
          object({
            period,
            read: period,
            place: orNull(object({ isForCounty: flag, category: text })),
            entries: list(
              object({
                ...{ id: text, library: text, number: text, title: text },
                ...{ reads: number, readers: number, uses: number, answer: orNull(review) },
              }),
            ),
            queries: list(object({ query: text, askers: number, answer: orNull(review) })),
            looked: orNull(review),
          }),
        ),
        ...refused(401, 403),
      },
    },
  },
  '/api/readReviews/draft': answering(
    '据此新增热点信息；再次请求得到同一稿 / A draft made of it; asked again, the same draft',
    bodySchema(reviewSent),
    promoted,
  ),
  '/api/readReviews/revise': answering(
    '改归热点信息（发起修订，审批后生效） / Moved there by a revision',
    bodySchema(entryReviewSent),
    promoted,
  ),
  '/api/readReviews/mark': answering(
    '推荐到县级热点（乡镇，发起修订，审批后生效） / Marked for its county by a revision',
    bodySchema(entryReviewSent),
    promoted,
  ),
  '/api/readReviews/nothing': answering(
    '看过，无需处理 / Nothing is to be done',
    bodySchema(reviewSent),
    isDone,
  ),
  '/api/readReviews/all': answering('全部看过，无需处理 / All was looked at', null, isDone),
}
