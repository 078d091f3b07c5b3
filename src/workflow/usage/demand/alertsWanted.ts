import { z } from 'zod'
import { demandKinds } from '@/statistics/unusual'
import { ofDays, wantedIn } from '../viewsWanted'

/** What an alert may be of. */
export const alertKinds = demandKinds

/** Which alerts somebody wants to see; what is left out does not narrow. */
export const alertsAsked = z.object({
  kind: z.enum(alertKinds).optional().meta({
    description: '查询的话、内容或县区 / questions, entries or districts',
  }),
  ...ofDays(),
})

export type AlertsWanted = z.output<typeof alertsAsked>

/** What the address of the page asks for. */
export const alertsWantedIn = (query: Record<string, unknown> | undefined): AlertsWanted =>
  wantedIn(alertsAsked, query)
