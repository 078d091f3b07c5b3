import type { openReview } from '@/workflow/openReview'

/** What `GET /api/{library}/{id}/review` answers. */
export type Review = Awaited<ReturnType<typeof openReview>>
export type Difference = NonNullable<Review['difference']>[number]
