import type { Library, Mark, State } from './rules'

/** Where an entry stands now, as far as the rules ask. */
export type EntryFacts = {
  library: Library
  unit: string
  unitAbove: string | null
  state: State
  isLive: boolean
  marks: readonly Mark[]
  /** In the trash for longer than it can be restored. */
  isExpired: boolean
  /** Who asked for deletion, while the request stands. */
  requester: string | null
  /** Who saved since the last approved text. */
  writers: readonly string[]
  submitter: string | null
  /** 修改已审批信息须先退回: the centre's setting for this library. */
  isReturnedFirst: boolean
  /** Units named for 会同校核 when it was submitted, and those that have not answered since. */
  consulted: readonly string[]
  unanswered: readonly string[]
}
