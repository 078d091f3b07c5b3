import type { Language } from './language'
import type { ListFlag } from '@/access/listFilter'
import type { Library, Role, State } from '@/access/rules'

const zh = {
  add: '新增',
  find: '查找',
  findEntry: '查找标题或编号',
  filters: '筛选和排序',
  sort: '排序',
  orders: {
    '-updatedAt': '最近修改的在前',
    '-stateSince': '最近办理的在前',
    stateSince: '等待最久的在前',
    deletionState: '申请最早的在前',
    '-views': '阅读最多的在前',
    number: '编号从小到大',
    '-number': '编号从大到小',
    title: '按标题',
  },
  keepers: '全部经办人',
  mine: '我经办的',
  keptBy: '{name}经办的',
  byKeeper: '按经办人筛选',
  clear: '清除筛选',
  firstPage: '回到第一页',
  total: '共 {n} 条',
  chooseAll: '选择本页全部',
  chooseOne: '选择“{title}”',
  columns: {
    category: '类别',
    title: '标题',
    kind: '类型',
    unit: '单位',
    openToUnits: '公开',
    openToPublic: '网站公开',
    state: '审批状态',
    deletion: '删除状态',
    views: '阅读次数',
    published: '发布时间',
  },
  kept: '{name}经办',
  asked: '申请原因：{reason}',
  trashedOn: '{day} 删除',
  page: '第 {n} 页，共 {of} 页',
  pages: '分页',
  previous: '上一页',
  next: '下一页',
  perPage: '每页 {n} 条',
  limits: '每页条数',
  skip: '跳到正文',
}

export type ListTexts = typeof zh

const en: ListTexts = {
  add: 'New',
  find: 'Search',
  findEntry: 'Search by title or number',
  filters: 'Filters and order',
  sort: 'Order',
  orders: {
    '-updatedAt': 'Changed last first',
    '-stateSince': 'Decided last first',
    stateSince: 'Waiting longest first',
    deletionState: 'Asked first',
    '-views': 'Read most first',
    number: 'By number',
    '-number': 'By number, last first',
    title: 'By title',
  },
  keepers: 'All keepers',
  mine: 'In my care',
  keptBy: 'In the care of {name}',
  byKeeper: 'Filter by keeper',
  clear: 'Clear',
  firstPage: 'Back to the first page',
  total: '{n} in all',
  chooseAll: 'Choose all of this page',
  chooseOne: 'Choose “{title}”',
  columns: {
    category: 'Category',
    title: 'Title',
    kind: 'Kind',
    unit: 'Unit',
    openToUnits: 'Open to units',
    openToPublic: 'Open to the public',
    state: 'State',
    deletion: 'Deletion',
    views: 'Views',
    published: 'Published',
  },
  kept: 'kept by {name}',
  asked: 'Asked because: {reason}',
  trashedOn: 'deleted {day}',
  page: 'Page {n} of {of}',
  pages: 'Pages',
  previous: 'Previous',
  next: 'Next',
  perPage: '{n} a page',
  limits: 'Rows a page',
  skip: 'Skip to content',
}

/** What lists of entries say. */
export const listTexts: Record<Language, ListTexts> = { zh, en }

type Words = { zh: string; en: string }
type View = State | ListFlag | 'all'
/** From whose side a list is looked at. */
type Side = Extract<Role, 'editor' | 'approver' | 'centre'>

const common: Record<View, Words> = {
  all: {
    zh: '这里还没有内容。各单位的知识库管理员写好后，会列在这里。',
    en: 'Nothing here yet. What the editors of the units write is listed here.',
  },
  draft: {
    zh: '没有未提交的内容。正在编写、尚未提交审批的内容列在这里。',
    en: 'No drafts. What is being written and not submitted yet is listed here.',
  },
  pending: {
    zh: '没有正在审批的内容。提交后等待分管领导审批的内容列在这里。',
    en: 'Nothing waits for approval. What was submitted waits here for the approver.',
  },
  approved: {
    zh: '没有已审批的内容。分管领导审批通过的内容列在这里。',
    en: 'Nothing approved. What the approver approved is listed here.',
  },
  returned: {
    zh: '没有被退回的内容。分管领导退回、等待修改的内容列在这里。',
    en: 'Nothing was returned. What the approver returned to be changed is listed here.',
  },
  deletion: {
    zh: '没有提交的删除申请。申请删除、等待分管领导决定的内容列在这里。',
    en: 'No deletion is asked for. What is to be deleted waits here for the approver.',
  },
  returnRequested: {
    zh: '没有申请退回修改的内容。',
    en: 'Nobody asks to have a text returned.',
  },
  withdrawn: {
    zh: '没有下架的内容。因有误、并入其他内容或失效而下架的内容列在这里。',
    en: 'Nothing is withdrawn. What went offline as wrong, merged or expired is listed here.',
  },
  trash: {
    zh: '回收站是空的。删除的内容在这里保留 30 天，其间可由中心管理员还原。',
    en: 'The trash is empty. What is deleted stays here for 30 days; the centre can restore it.',
  },
}

const bySide: Record<Side, Partial<Record<View, Words>>> = {
  editor: {
    all: {
      zh: '本单位还没有内容。点“新增”写第一条，写好后提交审批。',
      en: 'Your unit has nothing here yet. Write the first with “New”, then submit it.',
    },
    draft: {
      zh: '没有未提交的内容。点“新增”开始编写；保存后列在这里，写好再提交审批。',
      en: 'No drafts. Begin with “New”; what you save is listed here until you submit it.',
    },
    pending: {
      zh: '没有正在审批的内容。写好的内容提交审批后，在这里等待分管领导决定。',
      en: 'Nothing waits for approval. What you submit waits here for your approver.',
    },
    returned: {
      zh: '没有被退回的内容。分管领导退回的内容会列在这里，写明原因，修改后可再提交。',
      en: 'Nothing was returned. What the approver returns is listed here with the reason.',
    },
    deletion: {
      zh: '没有提交的删除申请。选中要删除的内容，点“提交删除”，由分管领导决定。',
      en: 'No deletion is asked for. Choose entries and request their deletion; the approver decides.',
    },
  },
  approver: {
    all: {
      zh: '这里还没有内容。知识库管理员写好后会列在这里。',
      en: 'Nothing here yet. What your editors write is listed here.',
    },
    pending: {
      zh: '没有等待审批的内容。知识库管理员提交后，会列在这里和“待我办理”中，并有消息提醒。',
      en: 'Nothing waits. What your editors submit comes here and to your inbox, with a message.',
    },
    deletion: {
      zh: '没有等待决定的删除申请。知识库管理员提交删除后，会列在这里和“待我办理”中。',
      en: 'No deletion waits for you. What is to be deleted comes here and to your inbox.',
    },
  },
  centre: {},
}

const ofCases: Partial<Record<View, Words>> = {
  all: {
    zh: '还没有典型案件。中心管理员录入或导入的办结工单列在这里。',
    en: 'No cases yet. Closed orders that the centre takes in are listed here.',
  },
  draft: {
    zh: '没有待发布的案件。新录入和导入的案件在这里整理后发布。',
    en: 'Nothing to publish. What was taken in is edited here and then published.',
  },
  approved: {
    zh: '没有已发布的案件。发布后，话务员和各单位可以查到。',
    en: 'Nothing published. Published cases are found by agents and all units.',
  },
}

const casesOfTheCentre: Partial<Record<View, Words>> = {
  all: {
    zh: '还没有典型案件。点“新增”录入一条，或从文件导入办结工单。',
    en: 'No cases yet. Take one in with “New”, or import closed orders from a file.',
  },
}

const narrowed: Words = {
  zh: '没有符合筛选条件的内容。可以换个说法查找，或清除筛选。',
  en: 'Nothing is like that. Search for other words, or clear the filters.',
}

const beyond: Words = {
  zh: '这一页没有内容，请回到前面的页。',
  en: 'There is nothing on this page; go back to an earlier one.',
}

type Asked = {
  library: Library
  roles: readonly Role[]
  view: View
  isNarrowed: boolean
  page: number
}

/** What an empty list says: what belongs there, and what this person does next. */
export function emptyText(asked: Asked, language: Language): string {
  const { library, roles, view, isNarrowed, page } = asked
  if (page > 1) return beyond[language]
  if (isNarrowed) return narrowed[language]
  const isCentre = roles.includes('centre')
  if (library === 'cases') {
    const words = (isCentre ? casesOfTheCentre[view] : null) ?? ofCases[view] ?? common[view]
    return words[language]
  }
  const side = (['editor', 'approver', 'centre'] as const).find((role) => roles.includes(role))
  return ((side && bySide[side][view]) ?? common[view])[language]
}
