import type { Violation } from './facts'

/** What is wrong with a record, as sentences; `name` says which kind it is of, what it is called, and its id. */
export const recordTold = {
  changed: (name: string): Violation => ({
    zh: `记录被改动：${name}。`,
    en: `A record was changed: ${name}.`,
  }),
  unknown: (name: string): Violation => ({
    zh: `审计日志没有记载的记录：${name}。`,
    en: `A record the log knows nothing of: ${name}.`,
  }),
  back: (name: string): Violation => ({
    zh: `已删除的记录又出现：${name}。`,
    en: `A deleted record is there again: ${name}.`,
  }),
  gone: (name: string): Violation => ({
    zh: `记录缺失：${name}。`,
    en: `A record is missing: ${name}.`,
  }),
  otherWords: (name: string): Violation => ({
    zh: `发布的文字与其校验值不符：${name}。`,
    en: `A published text is not what its hash says: ${name}.`,
  }),
  otherStanding: (name: string): Violation => ({
    zh: `发布记录的上线或关闭与审批记录不符：${name}。`,
    en: `A publication is live or closed against the steps: ${name}.`,
  }),
  noFile: (name: string): Violation => ({
    zh: `附件文件缺失：${name}。`,
    en: `The file is missing: ${name}.`,
  }),
  otherFile: (name: string): Violation => ({
    zh: `附件文件的内容被改动：${name}。`,
    en: `The content of a file was changed: ${name}.`,
  }),
  ownWork: (name: string): Violation => ({
    zh: `${name}：审批人保存过所审批的文字。`,
    en: `${name}: the approver had saved the text that was approved.`,
  }),
} as const
