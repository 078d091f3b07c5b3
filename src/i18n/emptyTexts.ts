import type { ListFlag } from '@/access/listFilter'
import type { Library, Role, State } from '@/access/rules'
import type { Language } from './language'

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
