import type { reviewOf } from '@/workflow/reviewing/reviewOf'

/** What `GET /api/{library}/{id}/review` answers. */
export type Review = Awaited<ReturnType<typeof reviewOf>>
export type Difference = NonNullable<Review['difference']>[number]
