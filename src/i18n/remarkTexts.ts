import type { Language } from './language'

const zh = {
  title: '批注',
  note: '选中正文里的一段文字，在这里写明要改什么；退回时一并交给编写人。',
  add: '选中文字后添加批注',
  addTo: '批注「{passage}」',
  placeholder: '这里要改什么',
  here: '添加批注',
  needed: '请写明这里要改什么。',
  remove: '删除这条批注',
}

const en: typeof zh = {
  title: 'Remarks',
  note: 'Select a passage of the text and say here what to change; returned with the text.',
  add: 'Select a passage to remark on',
  addTo: 'Remark on “{passage}”',
  placeholder: 'What is to be changed here',
  here: 'Add a remark',
  needed: 'Say what is to be changed here.',
  remove: 'Remove this remark',
}

/** What the remarks beside a text say. */
export const remarkTexts: Record<Language, typeof zh> = { zh, en }
