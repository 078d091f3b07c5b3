import type { SiteStep, SiteText } from '@/access/site'
import type { Language } from './language'

type Words = { zh: string; en: string }

/** What each text of the site is called where it is written. */
export const siteNames: Record<SiteText | 'color' | 'emblem', Words> = {
  name: { zh: '网站名称', en: 'Name of the site' },
  longName: { zh: '网站全称', en: 'Full name' },
  nameEn: { zh: '英文名称', en: 'Name in English' },
  longNameEn: { zh: '英文全称', en: 'Full name in English' },
  color: { zh: '主色', en: 'Colour' },
  emblem: { zh: '标志', en: 'Emblem' },
  heading: { zh: '首页大标题', en: 'Heading of the first page' },
  lead: { zh: '首页说明', en: 'What the first page says' },
  headingEn: { zh: '首页大标题（英文）', en: 'Heading in English' },
  leadEn: { zh: '首页说明（英文）', en: 'What it says in English' },
  note: { zh: '页脚说明', en: 'Note in the footer' },
  noteEn: { zh: '页脚说明（英文）', en: 'Note in English' },
  hostedBy: { zh: '主办单位', en: 'Hosted by' },
  operatedBy: { zh: '承办单位', en: 'Operated by' },
  contact: { zh: '联系方式', en: 'Contact' },
  icp: { zh: 'ICP 备案号', en: 'ICP filing' },
  police: { zh: '公安备案号', en: 'Public security filing' },
  siteCode: { zh: '政府网站标识码', en: 'Code of government sites' },
  about: { zh: '关于本站', en: 'About this site' },
  privacy: { zh: '隐私说明', en: 'Privacy' },
  accessibility: { zh: '无障碍声明', en: 'Accessibility' },
}

const refusalsZh = {
  color: '这个颜色太浅，白字放在上面看不清。请选深一些的颜色（对比度须达到 4.5 : 1）。',
  emblem: '标志须是 PNG 或 WebP 图片。SVG 等文件可能带有脚本，不能使用。',
  emblemSize: '标志图片不能超过 1 MB。',
  emblemSmall: '标志图片太小，长和宽都须不少于 64 像素。',
  tooLong: (name: string, most: number) => `“${name}”请控制在 ${most} 字以内。`,
  oneLine: (name: string) => `“${name}”请写成一行。`,
  lines: {
    icp: 'ICP 备案号请照备案填写，如“×ICP备12345678号-1”。',
    police: '公安备案号请照备案填写，如“×公网安备 12345678901234号”。',
    siteCode: '政府网站标识码是 10 位数字。',
  },
  unchanged: '这一版与网站现在的内容完全一样，不用提交。',
}

const refusalsEn: typeof refusalsZh = {
  color:
    'White letters are hard to read on this colour. Choose a darker one (contrast of 4.5 : 1).',
  emblem: 'An emblem is a PNG or WebP picture. SVG and others may carry scripts and are not taken.',
  emblemSize: 'An emblem may have 1 MB at most.',
  emblemSmall: 'The emblem is too small: 64 pixels each way at least.',
  tooLong: (name, most) => `“${name}”: at most ${most} characters.`,
  oneLine: (name) => `“${name}” is one line.`,
  lines: {
    icp: 'Give the ICP filing as it was filed, such as “×ICP备12345678号-1”.',
    police:
      'Give the public security filing as it was filed, such as “×公网安备 12345678901234号”.',
    siteCode: 'The code of a government site has 10 digits.',
  },
  unchanged: 'This version is what citizens see already: there is nothing to submit.',
}

/** Why a text or a look of the site is refused. */
export const siteRefusals: Record<Language, typeof refusalsZh> = { zh: refusalsZh, en: refusalsEn }

/** What messages say of a version. */
export const siteTold = {
  zh: { about: (revision: number) => `网站设置第 ${revision} 版` },
} as const

export const siteStepNames: Record<SiteStep, Words> = {
  save: { zh: '保存', en: 'Save' },
  submit: { zh: '提交审批', en: 'Submit' },
  recall: { zh: '撤回', en: 'Recall' },
  discard: { zh: '放弃草稿', en: 'Discard' },
  approve: { zh: '审批', en: 'Approve' },
  return: { zh: '退回', en: 'Return' },
}
