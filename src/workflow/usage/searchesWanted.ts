import { z } from 'zod'
import { outcomes } from './settleSearches'
import { longestForm, ofDays, ofEntry, ofReader, ofUnit, wantedIn } from './viewsWanted'

/** Which searches somebody wants to see; what is left out does not narrow. */
export const searchesAsked = z.object({
  q: z.string().max(100).optional().meta({
    description: '问过的话中有这些字 / what was asked holds these words',
  }),
  form: z.string().min(1).max(longestForm).optional().meta({
    description:
      '与这句话相同的提问（不计标点、空格、全半角、大小写和繁简） / this question and no other, punctuation, spaces, width, case and traditional forms aside',
  }),
  counted: z.enum(['yes']).optional().meta({
    description:
      'yes：与 form 一起使用，只看统计中按这句话计数的，即当天有两人以上问过的 / yes, with form: those that statistics count under it, of days on which two or more asked it',
  }),
  entry: ofEntry().optional().meta({
    description: '答复中列出了这个编号 / this entry was shown',
  }),
  kind: z.enum(['questions', 'lists', 'all']).optional().meta({
    description: '只看提问、只看列表，或全部（默认） / questions, lists, or all, as usual',
  }),
  outcome: z.enum(outcomes).optional().meta({ description: '结果 / what became of it' }),
  reader: ofReader(),
  // Of who asked, then.
  ...ofUnit(),
  ...ofDays(),
})

export type SearchesWanted = z.output<typeof searchesAsked>

/** What the address of the page asks for. */
export const searchesWantedIn = (query: Record<string, unknown> | undefined): SearchesWanted =>
  wantedIn(searchesAsked, query)
