import { refusals } from '@/access/refusals'
import { libraries, states } from '@/access/rules'
import { findingKinds } from '@/workflow/findings/findingKinds'
import { changesSchemas } from './changesSchemas'
import { deskSchemas } from './deskSchemas'
import { factsSchemas } from './factsSchemas'
import { range, readingSchemas } from './readingSchemas'
import { treeSchemas } from './treeSchemas'
import {
  flag,
  instant,
  list,
  number,
  object,
  oneOf,
  orNull,
  ref,
  text,
  type Schema,
} from './schema'
import { statisticsSchemas } from './statisticsSchemas'
import { themeSchemas } from './themeSchemas'
import { usageSchemas } from './usageSchemas'

const finding = object(
  {
    kind: oneOf(findingKinds),
    field: text,
    passage: { ...text, description: '所在文字，个人号码已隐去中段 / numbers are masked' },
    at: orNull(range),
    advice: text,
  },
  ['advice'],
)

export const schemas: Record<string, Schema> = {
  ...readingSchemas,
  ...changesSchemas,
  ...treeSchemas,
  ...usageSchemas,
  ...factsSchemas,
  ...themeSchemas,
  ...deskSchemas,
  ...statisticsSchemas,
  Problem: {
    ...object(
      {
        type: text,
        title: text,
        status: number,
        code: oneOf(Object.keys(refusals).sort()),
        detail: text,
        parameter: text,
        fields: list(text),
        rows: list(object({ line: number, zh: text, en: text })),
        findings: { ...list(finding), description: '须按种类确认的内容 / to be confirmed by name' },
        sentence: { ...text, description: '下架说明 / what is said of a withdrawn text' },
        successor: orNull(text),
      },
      ['parameter', 'fields', 'rows', 'findings', 'sentence', 'successor'],
    ),
    description: 'RFC 9457；code 不变，文字按 Accept-Language / the code is stable',
  },
  StepTaken: object(
    {
      id: text,
      number: text,
      state: oneOf(states),
      revision: number,
      decision: { ...text, description: '这一步的记录；只核对时没有 / none where only checked' },
    },
    ['decision'],
  ),
  StepsTaken: object({
    results: list(
      object({ id: text, ok: flag, status: number, code: text, detail: text, fields: list(text) }, [
        ...['status', 'code', 'detail', 'fields'],
      ]),
    ),
  }),
  Review: object({
    id: text,
    number: text,
    state: oneOf(states),
    revision: number,
    hash: {
      ...text,
      description: '读者将看到的文字的校验值，随审批一并提交 / of what readers will get',
    },
    title: text,
    summary: text,
    html: text,
    liveRevision: orNull(number),
    difference: {},
    sinceMyReturn: {
      description: '与本人上次退回时相比 / since this person’s last return, or null',
    },
    similar: list(ref('SimilarEntry')),
    contradictions: list(ref('Contradiction')),
    closedMeanwhile: orNull(oneOf(['units', 'public'])),
    answers: list({ type: 'object' }),
    findings: { ...list(text), description: '需留意的种类 / kinds of what to look at again' },
    passages: list(finding),
    submittedWith: orNull(
      object({
        byName: text,
        at: instant,
        counts: { type: 'object', additionalProperties: number },
        named: { ...list(text), description: '已逐项核对的种类 / kinds confirmed by name' },
      }),
    ),
    steps: list(text),
  }),
  SimilarEntry: object({
    id: text,
    number: text,
    library: oneOf(libraries),
    title: text,
    unit: object({ id: text, name: text }),
    state: {
      ...orNull(oneOf(states)),
      description: '看不到工作稿的为空 / null where not in reach',
    },
    isLive: flag,
    nearness: { type: 'number', description: '0.6–1' },
  }),
  Worklist: object({
    docs: list({ type: 'object' }),
    totalDocs: number,
    totalPages: number,
    page: number,
    counts: { type: 'object', additionalProperties: number },
  }),
  Kept: object({ docs: list({ type: 'object' }), totalDocs: number }),
  History: object({
    docs: list({ type: 'object' }),
    totalDocs: number,
    keeper: orNull(text),
    handovers: list({ type: 'object' }),
  }),
  Change: object({ decision: text, wasOnline: flag, isOnline: flag, difference: {} }),
  Settings: object(
    {
      returnFirst: object({ knowledge: orNull(flag), plans: orNull(flag), notices: orNull(flag) }, [
        'knowledge',
        'plans',
        'notices',
      ]),
      listedWords: list(object({ word: text, advice: orNull(text) }, ['advice'])),
    },
    ['listedWords'],
  ),
  WorkingCopy: { type: 'object', description: '工作稿 / the working copy, as Payload gives it' },
}
