import { doubts, reliabilityLevels } from '@/reading/reliability'
import { summary } from './entrySchemas'
import { instant, list, number, object, oneOf, orNull, ref, text, type Schema } from './schema'
import { changes } from './usageSchemas'

/** What the desk asks beside an entry. */
export const deskSchemas: Record<string, Schema> = {
  Reliability: object({
    level: {
      ...oneOf(reliabilityLevels),
      description:
        'unreliable 不可靠，questioned 有纠错待核实，overdue 待复核，recent 近期（半年内）已核实，earlier 上次核实已超过半年 / often corrected, a correction is open, overdue for review, looked at within half a year, or longer ago',
    },
    openCorrections: { ...number, description: '待核实的纠错条数 / corrections that are open' },
    uses: {
      ...number,
      description:
        '自 since 起在通话中使用、未被纠错的次数 / used on calls since then without a correction',
    },
    since: {
      ...instant,
      description: '最近审批、复核或被纠错的时间 / last approved, re-confirmed or found wrong',
    },
  }),
  ListedEntry: object({ ...summary, doubt: ref('Doubt') }, ['doubt']),
  Doubt: {
    ...oneOf(doubts),
    description:
      '使用前须核实：不可靠、有纠错待核实、待复核；没有的不给，对市民也不给 / why one asks before one relies on it; not told to the public',
  },
  UnitContact: object({
    contact: orNull(ref('Contact')),
    entries: {
      ...list(ref('EntrySummary')),
      description: '联络方式、办公地址，该读者能看到的 / the entries it is read from',
    },
  }),
  LastRead: object({
    since: orNull(
      object({
        readAt: { ...instant, description: '上次读的时间 / when one read the text before' },
        revision: { ...number, description: '上次读的第几版 / which of its texts that was' },
        changes,
      }),
    ),
  }),
  UseTakenBack: object({ id: text, number: text }),
}

export const reliabilityExample = {
  level: 'recent',
  openCorrections: 0,
  uses: 37,
  since: '2026-11-02T01:20:00.000Z',
}

/** What `Changed` of an update looks like. */
export const changesExample = [
  {
    field: 'summary',
    parts: [
      { text: '带身份证', change: 'same' },
      { text: '和公积金卡', change: 'added' },
      { text: '到窗口办理。', change: 'same' },
    ],
  },
]

export const contactExample = {
  phone: '0550-3012345',
  address: '滨河路 88 号',
  hours: '工作日 9:00–17:00',
  number: 'ZS000007',
}

export const deskExamples: Record<string, unknown> = {
  Reliability: reliabilityExample,
  Doubt: 'questioned',
  UnitContact: { contact: contactExample, entries: [] },
  LastRead: {
    since: { readAt: '2026-11-12T02:30:00.000Z', revision: 2, changes: changesExample },
  },
  UseTakenBack: { id: 'o1xZ3n0v', number: 'ZS000123' },
}
