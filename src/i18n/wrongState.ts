type Words = { zh: string; en: string }

/** Why a step is not possible now, where the state alone does not say it. */
export const wrongStateTexts = {
  trashed: {
    zh: '内容已在回收站，只能由中心管理员还原。',
    en: 'This entry is in the trash: only the centre restores it.',
  },
  pending: {
    zh: '内容正在审批中，请先撤回再修改。',
    en: 'This text waits for approval: recall it first.',
  },
  approved: {
    zh: '内容已经审批，请先发起修订再修改。',
    en: 'This text is approved: revise it first.',
  },
  requested: {
    zh: '已申请删除，请先由分管领导决定或撤回删除申请。',
    en: 'Its deletion was requested: have that decided or withdrawn first.',
  },
  returnFirst: {
    zh: '修改已审批信息须先由分管领导退回，可以申请退回修改。',
    en: 'An approved text is returned first: ask the approver to return it.',
  },
  heldBy: (name: string) => ({
    zh: `${name || '本单位'}正在修订这条内容，审批完成后才能直接修改。`,
    en: `${name || 'Its unit'} has a revision under way: save directly once that is approved.`,
  }),
  offline: {
    zh: '线上没有这条内容，无从办理。',
    en: 'Nothing of this entry is online.',
  },
  standsAt: (state: Words, step: Words) => ({
    zh: `这条内容现在是“${state.zh}”，不能${step.zh}。`,
    en: `It is “${state.en}” now: not a state for “${step.en}”.`,
  }),
  unanswered: (units: string) => ({
    zh: `会同校核尚未完成：${units}。`,
    en: `Units named for agreement have not answered yet: ${units}.`,
  }),
}
