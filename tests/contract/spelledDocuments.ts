import { document } from './documents'

export const texts = [
  document('based', { title: '见习补贴依据什么文件?', basis: '滨人社发〔2022〕18号' }),
  document('told', { title: '技能补贴依据什么文件?', text: '依据滨财教〔2022〕18号第三条办理。' }),
  document('otherYear', { title: '培训补贴依据什么文件?', basis: '滨人社发〔2021〕18号' }),
  document('otherNumber', { title: '岗位补贴依据什么文件?', basis: '滨人社发〔2022〕81号' }),
  document('attached', {
    title: '摊位登记去哪里办?',
    attachments: ['青石巷摊位备案登记簿.xlsx', '须知.pdf'],
  }),
  document('called', {
    title: '燃气抢修找谁?',
    contact: '0550-3187654\n鼓楼街15号',
    text: '夜间拨打139 1234 5678,或者400-820-1234。',
  }),
  document('paid', {
    title: '高龄津贴标准',
    text: '每人每月3,600元,满六个月,十五个工作日内发放,2025年3月9日起执行,比例为百分之五十。',
  }),
  document('coded', {
    number: 'ZS000451',
    title: '某企业登记信息',
    text: '代码91341100MA2T7K5X0P,执行GB/T 33190。',
  }),
  document('inside', {
    title: '内部口径',
    basis: '滨内字〔2022〕77号',
    attachments: ['内部处置流程图.pdf'],
    openToPublic: false,
  }),
]

export const rare = [
  document('lane', { title: '𠮷㙍巷的居民怎样领养老金?', text: '联系人姓䶮,住霁川街。' }),
  document('district', { title: '霁川区住房公积金贷款怎样办理?', text: '携带不动产权证书。' }),
]

/** Each denied beside what it denies. */
const sides = [
  ['霖园的企业不缴社保有什么后果?', '霖园的企业缴社保有什么好处?'],
  ['霖园哪些车不能领购车补贴?', '霖园哪些车能领购车补贴?'],
  ['霖园未成年人怎样办护照?', '霖园成年人怎样办护照?'],
  ['霖园不需要预约的体检项目有哪些?', '霖园需要预约的体检项目有哪些?'],
  ['霖园没有房产怎样申请公租房?', '霖园有房产怎样申请公租房?'],
  ['霖园非本市户籍子女怎样入学?', '霖园本市户籍子女怎样入学?'],
] as const
export const denied = sides.flatMap(([no, yes], at) => [
  document(`no${at}`, { title: no }),
  document(`yes${at}`, { title: yes }),
])

export const spoken = [
  document('card', { title: '敬老卡怎样挂失?', similarQuestions: ['燃气开户在哪里办'] }),
  document('pass', { title: '通行证续签', keywords: ['往来港澳'] }),
  document('latin', { title: 'JLK软件怎么安装?' }),
  document('hidden', {
    title: '内部口径二',
    similarQuestions: ['量化考核办法'],
    openToPublic: false,
  }),
]
