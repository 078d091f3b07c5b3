import type { Language } from './language'

const zh = {
  choose: '选择',
  chooseOne: (number: string) => `选择 ${number}`,
  several: '成批办理',
  hint: '复核任务可以成批办理，每条须先打开任务看过现行文字；没有看过的不会办理，并逐条说明。',
  opened: '已看过',
  unopened: '未看过',
  severalTitle: (step: string, n: number) => `${step}（${n} 条）`,
  none: '请先选择可以这样办理的任务。',
  failed: '没有办理，请稍后再试。',
  cannot: (step: string) => `这条任务现在不能“${step}”。`,
  text: '要复核的文字',
  textNow: '本单位内容的现行文字',
  lapsed: '这条内容因逾期未复核已下架，读者看不到。复核通过后，由分管领导在内容页重新上架。',
  toEntry: '打开内容页',
  endingTitle: '有效期将到，三种办法',
  ending: [
    '继续有效：在内容页修订，改写有效期并提交审批；审批上线后，任务自动办结。',
    '已有新内容：点“答复”写明新内容的编号；分管领导在内容页下架，原因选“并入其他内容”并指明新内容，旧链接转到新内容，任务自动办结。',
    '到期停用：点“答复”写明原因，分管领导认可；到期后读者不再看到，无须再办。',
  ],
}

type ReviewTexts = typeof zh

const en: ReviewTexts = {
  choose: 'Choose',
  chooseOne: (number) => `Choose ${number}`,
  several: 'Several at once',
  hint: 'Several reviews are taken at once where the text of each was opened; those not opened are named and left.',
  opened: 'opened',
  unopened: 'not opened',
  severalTitle: (step, n) => `${step} (${n})`,
  none: 'Choose tasks of which this step can be taken.',
  failed: 'Not done. Please try again later.',
  cannot: (step) => `“${step}” is not possible with this task now.`,
  text: 'The text to review',
  textNow: 'Your unit’s text as readers have it',
  lapsed:
    'It went offline since nobody reviewed it. Once it is reviewed, the approver puts it online again on its page.',
  toEntry: 'Open its page',
  endingTitle: 'Its validity ends: three ways',
  ending: [
    'It goes on: revise it with a later end and submit it; the task closes once that is online.',
    'Another text replaces it: answer with its number; the approver withdraws this one as merged, readers and old links are sent on, and the task closes.',
    'It ends: answer why; the approver accepts, and readers see it no longer from that day on.',
  ],
}

/** What the pages of reviews say. */
export const reviewTexts: Record<Language, ReviewTexts> = { zh, en }
