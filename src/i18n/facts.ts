import type { Language } from './language'

/** What a fact is, by its kind. */
export const factKindNames: Record<string, { zh: string; en: string }> = {
  phone: { zh: '电话', en: 'phone' },
  fee: { zh: '金额', en: 'amount' },
  days: { zh: '时限', en: 'time limit' },
  address: { zh: '地址', en: 'address' },
  documentNumber: { zh: '文号', en: 'document number' },
  date: { zh: '日期', en: 'date' },
  percentage: { zh: '比例', en: 'percentage' },
  age: { zh: '年龄', en: 'age' },
}

/** What a fact is about. */
export const matterNames: Record<string, { zh: string; en: string }> = {
  enquiry: { zh: '咨询', en: 'enquiries' },
  complaint: { zh: '投诉', en: 'complaints' },
  appointment: { zh: '预约', en: 'appointments' },
  emergency: { zh: '应急', en: 'emergencies' },
  fax: { zh: '传真', en: 'fax' },
  charge: { zh: '收费', en: 'fee' },
  deposit: { zh: '押金', en: 'deposit' },
  fine: { zh: '罚款', en: 'fine' },
  benefit: { zh: '补贴待遇', en: 'benefit' },
  amount: { zh: '有关', en: 'stated' },
  statutory: { zh: '法定', en: 'by law' },
  promised: { zh: '办理', en: 'handling' },
  acceptance: { zh: '受理', en: 'acceptance' },
  publicity: { zh: '公示', en: 'public notice' },
  delivery: { zh: '送达', en: 'delivery' },
  appeal: { zh: '复议诉讼', en: 'appeal' },
  advance: { zh: '提前', en: 'in advance' },
  span: { zh: '有关', en: 'period' },
  place: { zh: '办理', en: 'place' },
  document: { zh: '依据', en: 'basis' },
  deadline: { zh: '截止', en: 'deadline' },
  begin: { zh: '施行', en: 'in force' },
  share: { zh: '份额', en: 'share' },
  condition: { zh: '条件', en: 'condition' },
}

/** What is said of texts that contradict each other. */
export const contradictionTexts = {
  zh: {
    heading: '与其他内容说法不一（{n}处）',
    note: '请核对哪一条正确；不正确的请修改，或与对方单位联系。',
    about: '{matter}{kind}：本文写“{ours}”，{number}（{unit}）写“{theirs}”',
    phoneChanged: '电话 {old} 已改为 {next}（{number}），仍写旧号的内容：{numbers}',
    phoneGone: '电话 {old} 已不再使用（{number}），仍写旧号的内容：{numbers}',
    aboutClosed: '{matter}{kind}：本文写“{ours}”，另有不对各单位公开的内容写法不同，请与中心核对',
    here: '本文（{field}）：',
    there: '{number}《{title}》（{field}）：',
    opens: '在新窗口打开对方内容',
  },
  en: {
    heading: 'Other texts say otherwise ({n})',
    note: 'See which is right; correct what is not, or ask the other unit.',
    about: '{kind} ({matter}): here “{ours}”, in {number} ({unit}) “{theirs}”',
    phoneChanged: '{old} is now {next} ({number}); still with the old one: {numbers}',
    phoneGone: '{old} is used no longer ({number}); still with it: {numbers}',
    aboutClosed: '{kind} ({matter}): here “{ours}”; a text not open to all units says otherwise',
    here: 'Here ({field}): ',
    there: '{number} “{title}” ({field}): ',
    opens: 'Opens the other text in a new window',
  },
} as const satisfies Record<Language, Record<string, string>>
