import type { Language } from './language'

const zh = {
  homeDescription:
    '12345 热线知识库：办事指南、政策解读、部门电话，由责任单位审批发布，可按问题、类别和单位查询。',
  searchDescription: (words: string) =>
    words ? `在 12345 热线知识库中查询“${words}”。` : '12345 热线知识库公开的全部解答。',
  unitDescription: (unit: string, count: number) =>
    `${unit}公开的 ${count} 条解答，办公地址、办公时间和咨询电话。`,
  sure: '直接答案',
  whole: '查看全文',
  othersFound: '其他可能有关的内容',
  unsure: '没有完全一致的问题，以下内容可能有关',
  stillNot: '还没有找到？',
  concerned: '这件事可能由这个单位负责：',
  filters: '筛选',
  filtersSet: (count: number) => `已选 ${count} 项`,
  within: (name: string) => `在“${name}”内查找`,
  wholeCity: '搜索全市',
  publishedOn: (day: string) => `${day} 发布`,
  public: '公开信息',
  notices: '信息公开',
  noticesLead: '通知公告、来信统计、工作简报、新闻公告，新的在前。',
  noticeKinds: '信息公开的栏目',
  noNotices: (kind: string) => `目前没有公开的${kind}`,
  cases: '典型案件',
  casesLead: '热线办结并公开的典型案件，新的在前。',
  noCases: '目前没有公开的典型案件',
  contacts: '单位通讯录',
  contactsLead: '各单位的咨询电话、办公地址和办公时间，取自各单位审批发布的内容。',
  contactsBox: '按名称、拼音、电话或地址查找单位',
  contactsExample: '例如：医保局',
  contactsFound: (count: number) => `共 ${count} 个单位`,
  noContacts: (words: string) => `没有与“${words}”相符的单位`,
  everyContact: '显示全部单位',
  notPublished: '尚未公布联系方式，请拨打',
  noUnits: '目前还没有单位',
}

const en: typeof zh = {
  homeDescription:
    'Knowledge base of the 12345 hotline: how to get things done, what policies mean, whom to call, approved by the units in charge.',
  searchDescription: (words) =>
    words
      ? `Looking for “${words}” in the knowledge base of the 12345 hotline.`
      : 'All public answers of the 12345 hotline.',
  unitDescription: (unit, count) => `${unit}: ${count} public answers, address, hours and phone.`,
  sure: 'The answer',
  whole: 'Read all of it',
  othersFound: 'What else may have to do with it',
  unsure: 'No question is quite the same; this may have to do with it',
  stillNot: 'Still not found?',
  concerned: 'This unit is probably in charge:',
  filters: 'Filters',
  filtersSet: (count) => `${count} set`,
  within: (name) => `Search in ${name}`,
  wholeCity: 'Search the whole city',
  publishedOn: (day) => `Published ${day}`,
  public: 'Published by the city',
  notices: 'Notices',
  noticesLead: 'Announcements, letter statistics, work briefs and news, the newest first.',
  noticeKinds: 'Kinds of notices',
  noNotices: (kind) => `There is nothing public under “${kind}” now`,
  cases: 'Typical cases',
  casesLead: 'Cases the hotline has closed and published, the newest first.',
  noCases: 'There are no public cases now',
  contacts: 'Contacts',
  contactsLead: 'Phone, address and hours of all units, from what they approved and published.',
  contactsBox: 'Find a unit by name, pinyin, phone or address',
  contactsExample: 'For example: yiliao',
  contactsFound: (count) => `${count} units`,
  noContacts: (words) => `No unit matches “${words}”`,
  everyContact: 'Show all units',
  notPublished: 'No contact published yet; please call',
  noUnits: 'There are no units yet',
}

/** What the portal says where citizens search and browse. */
export const browsingTexts: Record<Language, typeof zh> = { zh, en }
