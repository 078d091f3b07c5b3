import { item } from '@/blocks/asWritten'
import type { WithdrawalKind } from '@/access/rules'
import { online, workdays, type DemoEntry } from '../shape'

/** An answer that said something else before it was revised so many days ago. */
export type DemoRevision = { title: string; ago: number; now: string; before: string }

export const revisions: readonly DemoRevision[] = [
  { title: '租房怎样提取住房公积金？', ago: 2, now: '最高提取1500元', before: '最高提取1200元' },
  { title: '城乡居民医保怎样缴费？', ago: 6, now: '每人每年400元', before: '每人每年380元' },
  {
    ...{ title: '望湖区便民服务中心周末能办事吗？', ago: 9 },
    ...{ now: '企业登记五类窗口', before: '企业登记四类窗口' },
  },
  { title: '电动自行车怎样上牌？', ago: 16, now: '买车后30日内', before: '买车后15日内' },
  {
    ...{ title: '石渡县临时救助怎样申请？', ago: 33 },
    ...{ now: '其余10个工作日内决定', before: '其余15个工作日内决定' },
  },
]

/** How an answer went offline so many days ago, and how the centre graded what was wrong in it. */
type Gone = { ago: number } & (
  | {
      kind: WithdrawalKind
      sentence: string
      /** Where readers are led, by its title. */
      successor?: string
      grade?: { isGrave: boolean; sentence: string }
    }
  | { deleted: string }
)

/** What the city once answered and readers no longer find. */
export const past: readonly (DemoEntry & { gone: Gone })[] = [
  {
    ...{ unit: 'ga', category: 'services', open: 'public', state: { approved: 61 } },
    title: '国庆假期景区周边道路怎样绕行？',
    summary:
      '10月1日至7日每天8点到20点，湖滨大道望湖桥至湖心岛路口只准公交车和应急车辆通行。自驾请走学府路、澜江大道，车停滨湖停车场，换乘免费接驳车。',
    body: [{ scope: '10月1日至7日经湖滨大道去望湖景区的车辆。' }],
    gone: { ago: 5, kind: 'expired', sentence: '假期已结束，绕行措施已取消，道路恢复正常通行。' },
  },
  {
    ...{ unit: 'ga', category: 'services', open: 'public', state: { approved: 140 } },
    title: '居住证到期了去哪里签注？',
    summary:
      '居住证每年签注一次，期满前一个月内带居住证和住址或就业证明，到居住地派出所办理，也可在“云澜办”App办，不收费。',
    body: [
      ...item({
        conditions: '居住证签注期满前一个月内。',
        procedure: ['1. 到派出所或在App提交', '2. 核对住址、就业或就读情况', '3. 当场签注'],
        fee: '不收费',
        place: '居住地派出所户籍窗口',
        hours: workdays,
        phone: '户政咨询0640-82118810',
      }),
    ],
    gone: {
      ...{ ago: 18, kind: 'merged', successor: '外地户籍人员怎样办理居住证？' },
      sentence: '签注的办法已并入居住证办理的答复。',
    },
  },
  {
    ...{ unit: 'sj', category: 'services', open: 'public', state: { approved: 95 } },
    title: '食品小摊贩备案要交多少钱？',
    summary:
      '食品小摊贩备案收工本费20元，备案卡有效期三年，到期前30日内申请延续。带身份证、健康证明到所在地市场监管所办理，当场发卡。',
    body: [
      ...item({
        conditions: '在划定区域、时段内经营食品的小摊贩。',
        procedure: ['1. 带身份证、健康证明到市场监管所', '2. 登记', '3. 当场发备案卡'],
        fee: '工本费20元',
        place: '所在地市场监管所',
        hours: workdays,
      }),
    ],
    gone: {
      ...{ ago: 37, kind: 'inError', sentence: '收费标准有误：食品小摊贩备案不收费。' },
      grade: { isGrave: true, sentence: '把不收费的事项答复为收费，已有群众据此缴费咨询。' },
    },
  },
  {
    ...{ unit: 'wh-cg', category: 'services', open: 'public', state: { approved: 48 } },
    title: '望湖区夜市摊位几点收摊？',
    summary:
      '望湖区划定的夜市点位22:30收摊，23:00前清扫完毕、离场。逾时不收摊的先提醒，一个月内三次的收回摊位。',
    body: [{ scope: '湖滨、柳堤、东门街道划定的夜市点位。' }],
    gone: {
      ...{
        ago: 12,
        kind: 'inError',
        sentence: '收摊时间有误，请以“在望湖区早夜市摆摊”的答复为准。',
      },
      grade: { isGrave: false, sentence: '收摊时间差半小时，未造成影响。' },
    },
  },
  {
    ...{ unit: 'jy', category: 'services', open: 'units', state: { approved: 84 } },
    title: '外来务工子女入学材料在哪里下载？',
    summary: `入学报名表、居住情况说明样表在${online}“云澜入学”专栏下载，也可到所在区县教育局窗口领取。`,
    body: [{ scope: '为随迁子女报名小学、初中的家长。' }],
    gone: { ago: 22, deleted: '与“外来务工人员子女怎样报名上小学？”重复，内容已写入该条。' },
  },
]

/** What many ask within one hour, so many days ago: a burst pipe, a day without ferries. */
export const rushes = [
  { title: '家里突然停水怎样报修？', query: '停水了怎么报修', ago: 3, at: 19, people: 26 },
  { title: '白沙镇渡口轮渡几点开船？', query: '白沙渡口今天开船吗', ago: 9, at: 7, people: 32 },
] as const
