/** What findings say; the names are those of `workflow/findingsOf`. */
export const findingTexts: Record<string, { zh: string; en: string }> = {
  titleIsNoQuestion: {
    zh: '标题不像一个问题：请写成市民会问的一句话。',
    en: 'The title does not read like a question.',
  },
  titleIsTwoQuestions: {
    zh: '标题含有两个问题：一问一答，请拆成两条。',
    en: 'The title asks two questions: one question, one answer.',
  },
  vagueMaterials: {
    zh: '有“其他材料”“相关材料”等含糊说法：请列明材料名称和份数。',
    en: 'Vague materials: name each and how many.',
  },
  emptyBlock: { zh: '有空白的办事要素块：请填写或删去。', en: 'A block is empty.' },
  noServiceBlocks: {
    zh: '行政权力、公共服务事项应以条件、材料、流程、时限等办事要素开头。',
    en: 'Powers and services open with conditions, materials, procedure and so on.',
  },
  personalNumber: {
    zh: '疑似含有个人身份证号或手机号：请核实是否应当公开。',
    en: 'There may be a person’s identity or mobile number in it.',
  },
}
