import type { SearchDocument, SearchQuery } from '@/search/types'

export const NOW = Date.parse('2026-11-20T04:00:00Z')
export const DAY = 24 * 3_600_000

/** A live text open to everyone, valid for ever, unless `more` says otherwise. */
export function document(id: string, more: Partial<SearchDocument> = {}): SearchDocument {
  return {
    id,
    version: 1,
    number: `ZS${id}`,
    library: 'knowledge',
    title: `${id}怎么办理?`,
    summary: '',
    text: '',
    similarQuestions: [],
    keywords: [],
    basis: '',
    attachments: [],
    contact: '',
    unit: 'unit',
    unitAbove: null,
    unitName: '市民政局',
    category: 'services',
    categoryName: '公共服务',
    themes: [],
    openToUnits: true,
    openToPublic: true,
    validFrom: null,
    validUntil: null,
    approvedAt: NOW - DAY,
    ...more,
  }
}

/** What an agent asks now, first page, unless `more` says otherwise. */
export function query(text: string, more: Partial<SearchQuery> = {}): SearchQuery {
  return { text, audience: { sees: 'everything' }, now: NOW, page: 1, pageSize: 20, ...more }
}

/** As many texts about comets, in the order of their ids. */
export function comets(many: number): SearchDocument[] {
  return Array.from({ length: many }, (_, at) =>
    document(`m${String(at).padStart(6, '0')}`, { title: `彗星观测第${at}号` }),
  )
}

/** A small city's answers, for tests that search. */
export const city: SearchDocument[] = [
  document('fund', {
    title: '住房公积金提取需要哪些材料?',
    summary: '本人身份证、购房合同和公积金联名卡。',
    text: '一、条件:连续缴存满六个月。\n二、材料:身份证原件、购房合同复印件一份。\n三、时限:三个工作日内办结。',
    similarQuestions: ['公积金怎么取出来', '买房能不能用公积金'],
    keywords: ['公积金', '提取'],
    unitName: '市住房公积金管理中心',
  }),
  document('price', {
    title: '临时价格干预范围事项提价申报',
    text: '重要商品价格显著上涨时,经营者应当提前申报。',
    unitName: '市发展和改革委员会',
  }),
  document('book', {
    title: '中小学地方课程教材审定',
    text: '教材编写单位提出申请,由教育行政部门组织专家审定。',
    unitName: '市教育局',
  }),
  document('bus', {
    title: '老年人乘坐公交车有什么优惠?',
    text: '年满65周岁的老年人凭敬老卡免费乘坐市内公交车,60至64周岁半价。',
    unitName: '市交通运输局',
  }),
  document('water', {
    title: '家里停水了找谁?',
    text: '请拨打供水热线96116。价格问题请咨询市发展改革委,教材问题请咨询教育局。',
    unitName: '市水务局',
  }),
  document('etc', {
    title: '如何办理高速公路ETC?',
    text: '持行驶证到银行网点或在APP上申请安装ETC设备。',
    unitName: '市交通运输局',
  }),
]
