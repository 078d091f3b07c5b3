/** How demo content is written down. */

import type { Block } from '@/blocks/asWritten'

export type CategoryKey = 'details' | 'duties' | 'powers' | 'services' | 'policies' | 'hotspots'
export type Topic = 'organisation' | 'leaders' | 'office' | 'contact'

/** Where an entry stands, and how many days ago it got there. */
export type Standing =
  | { approved: number }
  | { pending: number }
  | { draft: number }
  | { returned: number; reason: string }

export type DemoEntry = {
  unit: string
  category: CategoryKey
  title: string
  summary: string
  /** `none`: seen by the own unit, agents and the centre only. */
  open: 'public' | 'units' | 'none'
  body: readonly Block[]
  state: Standing
  similarQuestions?: readonly string[]
  keywords?: readonly string[]
  basis?: string
  /** Days from today; negative ones have passed. */
  validFrom?: number
  validUntil?: number
  reviewBy?: number
  topic?: Topic
  contact?: { address: string; phone: string; hours: string }
}
