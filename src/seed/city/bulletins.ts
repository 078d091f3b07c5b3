import type { Library } from '@/access/rules'

/** What stands on the desks of the demo city: put there so many hours ago by the approver of its unit. */
export type DemoBulletin = { library: Library; title: string; unit: string; ago: number } & (
  { step: 'push' } | { step: 'activate'; sentence: string; days: number }
)

export const bulletins: readonly DemoBulletin[] = [
  {
    ...{ library: 'plans', unit: 'centre', title: '大面积停水期间来电激增怎么接？' },
    ...{ step: 'activate', ago: 3, days: 2 },
    sentence:
      '湖滨、柳堤街道供水主管抢修停水：告知送水点和预计恢复时间，按预案统一答复，不逐件派单；医院、独居老人急需用水的立即转应急值班。',
  },
  {
    ...{ library: 'knowledge', unit: 'zj', title: '租房怎样提取住房公积金？' },
    ...{ step: 'push', ago: 26 },
  },
  {
    ...{ library: 'knowledge', unit: 'ga', title: '电动自行车怎样上牌？' },
    ...{ step: 'push', ago: 70 },
  },
]
