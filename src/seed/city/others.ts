import type { Block } from '@/blocks/asWritten'

/** Plans, notices and cases of the invented city; `approved` is how many days ago, null for a draft. */
export type DemoOther =
  | { library: 'plans'; unit: string; approved: number | null; data: PlanText; body: Block[] }
  | { library: 'notices'; unit: string; approved: number | null; data: NoticeText; body: Block[] }
  | { library: 'cases'; unit: string; approved: number | null; data: CaseText }

type PlanText = { title: string; summary: string; openToUnits: boolean }
type NoticeText = {
  kind: 'announcement' | 'letterStatistics' | 'workBrief' | 'news'
  title: string
  openToUnits: boolean
  openToPublic: boolean
}
type CaseText = { title: string; content: string; result: string; openToPublic: boolean }

export const others: readonly DemoOther[] = [
  {
    library: 'plans',
    unit: 'centre',
    approved: 60,
    data: {
      title: '来电人情绪激动、扬言采取过激行为怎么处置？',
      summary:
        '先稳定情绪、问清位置和意图，不挂断；同时由班长拨打110、120，并报值班负责人，全程录音，处置后登记。',
      openToUnits: true,
    },
    body: [
      {
        steps: [
          '不挂断、不争辩，放慢语速，问清所在位置、同行人和意图',
          '举手示意班长，由班长另线拨打110、120并报值班负责人',
          '保持通话直到民警或急救人员到场',
          '通话后立即登记工单，标注“紧急”，半小时内书面报告',
        ],
      },
      { p: '不承诺处理结果，不评价对方对错，不透露其他来电人的信息。' },
    ],
  },
  {
    library: 'plans',
    unit: 'rs',
    approved: 45,
    data: {
      title: '多名职工集中反映拖欠工资怎么应对？',
      summary:
        '登记人数、单位、欠薪月数和金额，当日转劳动保障监察支队；告知12333和现场受理地点，十人以上的同时报值班领导。',
      openToUnits: true,
    },
    body: [
      {
        steps: [
          '问清用人单位全称、项目地点、人数、月数、金额和已采取的办法',
          '同一单位的来电并入一个工单，逐人登记联系方式',
          '当日转劳动保障监察支队，十人以上同时报值班领导',
          '两个工作日内回告受理情况',
        ],
      },
      { p: '春节前三十天启动专班，接诉后两小时内联系来电人。' },
    ],
  },
  {
    library: 'plans',
    unit: 'centre',
    approved: 75,
    data: {
      title: '大面积停水期间来电激增怎么接？',
      summary:
        '先核对停水通报的范围和恢复时间，统一答复；同一片区并入一个工单，不逐件派单；医院、独居老人等急需用水的立即转应急值班。',
      openToUnits: true,
    },
    body: [
      {
        steps: [
          '核对供水单位的停水通报：范围、原因、预计恢复时间、送水点',
          '告知来电人送水点位置和时间，提醒储水、关好龙头',
          '同一片区的来电并入一个工单，登记楼栋和户数',
          '医院、学校、养老机构和独居老人急需用水的，立即转应急值班',
          '恢复供水后继续答复水质浑浊的询问，满两小时无新增来电再结束',
        ],
      },
      { p: '不承诺恢复供水的准确时刻，以供水单位的通报为准。' },
    ],
  },
  {
    library: 'plans',
    unit: 'centre',
    approved: null,
    data: {
      title: '暴雨红色预警期间来电激增怎么接？',
      summary:
        '启用应急话术和备班座席；先接险情、再接求助、后接咨询；地下车库、涵洞进水和人员被困立即转应急指挥。',
      openToUnits: true,
    },
    body: [
      { steps: ['启用备班座席，语音提示改为应急版', '险情按乡镇汇总，每半小时报应急指挥一次'] },
    ],
  },
  {
    library: 'notices',
    unit: 'centre',
    approved: 20,
    data: {
      kind: 'announcement',
      title: '关于12345热线国庆假期服务安排的通知',
      openToUnits: true,
      openToPublic: true,
    },
    body: [
      {
        p: '假期期间12345热线24小时人工服务；咨询类工单假后第一个工作日统一答复，险情和紧急求助随到随办。',
      },
      { p: '各承办单位须安排专人值守，值守电话于假前三日报热线中心。' },
    ],
  },
  {
    library: 'notices',
    unit: 'centre',
    approved: 12,
    data: {
      kind: 'letterStatistics',
      title: '十月份来信来电统计',
      openToUnits: true,
      openToPublic: true,
    },
    body: [
      {
        p: '十月共受理诉求18 426件，其中咨询11 903件、求助4 217件、投诉1 862件、建议444件。当场答复率64.6%，按时办结率99.1%。',
      },
      { p: '咨询最多的五项：医保报销、社保转移、公积金提取、入学报名、居住证办理。' },
    ],
  },
  {
    library: 'notices',
    unit: 'centre',
    approved: 8,
    data: {
      kind: 'workBrief',
      title: '知识库维护工作简报（第10期）',
      openToUnits: true,
      openToPublic: false,
    },
    body: [
      {
        p: '本期新增知识31条、修订47条、下架6条。两个单位的联络方式超过复核日期，请于五个工作日内核对。',
      },
    ],
  },
  {
    library: 'cases',
    unit: 'rs',
    approved: 30,
    data: {
      title: '养老金资格认证因人脸识别不通过被停发',
      content: '来电人为异地居住的退休人员，手机认证多次不通过，养老金当月未发放，希望恢复并补发。',
      result:
        '人社部门远程视频核实身份，当日恢复待遇，次月补发停发部分；同时在知识库补充了“人脸识别不通过怎么办”。',
      openToPublic: true,
    },
  },
  {
    library: 'cases',
    unit: 'yb',
    approved: 18,
    data: {
      title: '急诊未备案在外地就医能否报销',
      content: '来电人家属旅游途中突发急病住院，未办理异地备案，出院时自费结算，询问能否报销。',
      result: '医保部门告知急诊视同已备案，补传急诊诊断证明后按规定报销，十个工作日到账。',
      openToPublic: false,
    },
  },
  {
    library: 'cases',
    unit: 'qx-gov',
    approved: null,
    data: {
      title: '村道路灯长期不亮',
      content: '来电人反映村口至小学一段路灯不亮两个多月，学生放学不安全。',
      result: '县政府办协调供电所和村委会，三日内更换控制箱和灯具十二盏，并明确由村委会按月巡查。',
      openToPublic: false,
    },
  },
]
