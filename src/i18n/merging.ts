import type { Language } from './language'

/** Characters of what is taken over into the text that stays. */
export const longestTakenOver = 5000

const zh = {
  button: '与……合并',
  title: '提议合并重复的内容',
  propose: '提议合并',
  note: '两条问的是同一件事时，保留一条，另一条下架，读者和旧链接转到保留的一条。有关单位的分管领导都同意后才合并。',
  similar: '问法相近的内容',
  looking: '正在查找问法相近的内容…',
  noneSimilar: '没有找到问法相近的内容，请在下面按编号查找。',
  find: '其他内容（按词语或编号查找）',
  which: '保留哪一条',
  own: '保留本条，另一条下架',
  other: '保留另一条，本条下架',
  text: '要并入保留内容的文字（可以不填）',
  textHint: '由保留单位的知识库管理员并入修订，照常审批。',
  choose: '请选择要合并的另一条内容。',
  chooseWhich: '请选择保留哪一条。',
  duplicates: (n: number) => `疑似重复的内容（${n} 组）`,
  duplicatesAbout:
    '每天比对在线内容：同一地方、问的是同一件事。确属重复的，打开其中一条，点与……合并；提议过的不再列出。',
  proposed: '已提议合并，等待有关单位的分管领导同意。',
  about: '{goes}与{stays}内容重复，提议并入后者',
  moved: '其中一条内容已归其他单位，本次合并自动结束；仍需合并的，请重新提议。',
  withdrawn: '本条内容已并入 {number}，请以该条为准。',
  goes: '下架的内容',
  stays: '保留的内容',
  passage: '拟并入的文字',
  takeOver: '并入修订',
  waits: '保留内容的单位同意后，再由本单位分管领导决定；不同意合并的，现在就可以说明原因。',
  asks: {
    agree:
      '同意后，由另一单位决定是否下架其内容；其读者将转到本单位的这一条。要并入的文字请先修订上线。',
    merge: '同意后，本单位的内容立即下架，读者和旧链接转到保留的一条。',
  },
  needs: {
    takenOver: '要并入的文字请控制在 5000 字以内。',
    sameEntry: '请填写另一条内容的编号，不能与自己合并。',
    otherLibrary: '只能合并同一个信息库的内容；典型案件不能合并。',
    fewerReaders:
      '下架内容的读者须都能看到保留的内容：请先按相同范围设置公开（两个单位的内容都须对各单位公开）。',
    noSuccessor: '保留的内容已不在线或不在有效期内，请先恢复上线或延长，或选择不同意合并。',
    underWay: '其中一条内容已在合并中，请先办结该任务。',
  },
}

export type MergeTexts = typeof zh

const en: MergeTexts = {
  button: 'Merge with…',
  title: 'Propose to merge two texts that ask the same',
  propose: 'Propose',
  note: 'One stays, the other goes offline and its readers and old links are sent to the one that stays, once the approvers of the units concerned agreed.',
  similar: 'What asks nearly the same',
  looking: 'Looking for what asks nearly the same…',
  noneSimilar: 'Nothing asks nearly the same: find it by its number below.',
  find: 'Another one, by words or number',
  which: 'Which one stays',
  own: 'This one stays, the other goes offline',
  other: 'The other one stays, this goes offline',
  text: 'What is to be taken over into the one that stays (not needed)',
  textHint: 'An editor of its unit takes it into a revision, which is approved as usual.',
  choose: 'Choose the other text.',
  chooseWhich: 'Choose which one stays.',
  duplicates: (n) => `Texts that seem to ask the same (${n})`,
  duplicatesAbout:
    'Looked for each day: of one place, and about one thing. Where two are the same open one of them and choose Merge with…; what was proposed is listed no more.',
  proposed: 'Proposed: the approvers of the units concerned are asked.',
  about: '{goes} and {stays} say the same: the first is to be merged into the second',
  moved: 'One of the texts is another unit’s now: propose the merge again if it is still needed.',
  withdrawn: 'This was merged into {number}, which holds now.',
  goes: 'Goes offline',
  stays: 'Stays',
  passage: 'To be taken over',
  takeOver: 'Take it into a revision',
  waits:
    'Once the unit of the text that stays agreed, this unit’s approver decides; it may be declined now.',
  asks: {
    agree:
      'Then the other unit decides whether its text goes offline; its readers are sent to this one. What is to be taken over should be online before.',
    merge:
      'Your unit’s text goes offline at once; readers and old links are sent to the one that stays.',
  },
  needs: {
    takenOver: 'At most 5000 characters can be taken over.',
    sameEntry: 'Name another entry: nothing is merged with itself.',
    otherLibrary: 'Only texts of one library are merged, and no cases.',
    fewerReaders:
      'Whoever reads the text that goes must read the one that stays: open it as widely first (of two units both must be open to all units).',
    noSuccessor:
      'The text that stays is not online or not valid now: bring it back or extend it, or decline.',
    underWay: 'One of them is being merged already: see to that task first.',
  },
}

/** What a merge of two texts says. */
export const mergeTexts: Record<Language, MergeTexts> = { zh, en }
