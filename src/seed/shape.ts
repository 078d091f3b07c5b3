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
  /** The title of the entry of a unit above it is based on. */
  basedOn?: string
  /** Days from today; negative ones have passed. */
  validFrom?: number
  validUntil?: number
  reviewBy?: number
  topic?: Topic
  contact?: { address: string; phone: string; hours: string }
}

/** What many answers share: the places, hours and numbers of the invented city 云澜市. */

export const hall = '云澜市政务服务中心（望湖区政通路18号）'
export const workdays = '工作日9:00—12:00，13:30—17:00'
export const withSaturday = '工作日9:00—17:00（中午不休息），周六9:00—12:00'
export const online = '云澜政务服务网、“云澜办”App'
