import { libraries, noticeKinds, refusals, states } from '@/access/rules'
import { problemTexts } from '@/i18n/problems'
import { findingKinds } from '@/workflow/findings/findingKinds'

export type Schema = Record<string, unknown>

export const text: Schema = { type: 'string' }
export const number: Schema = { type: 'integer' }
export const flag: Schema = { type: 'boolean' }
export const instant: Schema = { type: 'string', format: 'date-time' }
export const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] })
export const list = (items: Schema): Schema => ({ type: 'array', items })
export const oneOf = (values: readonly string[]): Schema => ({ type: 'string', enum: values })
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })

/** An object all of whose fields are required unless named optional. */
export function object(
  properties: Record<string, Schema>,
  optional: readonly string[] = [],
): Schema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name))
  return { type: 'object', properties, required }
}

const range: Schema = {
  type: 'array',
  prefixItems: [number, number],
  minItems: 2,
  maxItems: 2,
  description: '起、止（不含止），UTF-16 单位 / from, to (exclusive), in UTF-16 units',
}

const summary = {
  id: { ...text, description: '条目标识，不变 / the entry, never a row' },
  number: { ...text, description: '编号，如 ZS000001' },
  library: oneOf(libraries),
  kind: { ...orNull(oneOf(noticeKinds)), description: '信息公开的类型 / of a notice' },
  title: text,
  summary: { ...text, description: '概要/答复口径，可直接读给来电人' },
  unit: object({ id: text, name: text, above: orNull(text) }),
  category: orNull(object({ key: text, name: text })),
  openToUnits: flag,
  openToPublic: flag,
  validUntil: orNull(instant),
  approvedAt: instant,
}

const page = { total: number, page: number, pageSize: number }
const treeCategory = object({ id: text, key: text, name: text, count: number })

export const schemas: Record<string, Schema> = {
  Problem: {
    ...object(
      {
        type: text,
        title: text,
        status: number,
        code: oneOf(
          [...new Set([...Object.keys(refusals), ...Object.keys(problemTexts.zh)])].sort(),
        ),
        detail: text,
        parameter: text,
        fields: list(text),
        rows: list(object({ line: number, zh: text, en: text })),
        sentence: { ...text, description: '下架说明 / what is said of a withdrawn text' },
        successor: orNull(text),
      },
      ['parameter', 'fields', 'rows', 'sentence', 'successor'],
    ),
    description: 'RFC 9457；code 不变，文字按 Accept-Language / the code is stable',
  },
  EntrySummary: object(summary),
  Contact: object({
    phone: orNull(text),
    address: orNull(text),
    hours: orNull(text),
    number: orNull(text),
  }),
  Entry: object({
    ...summary,
    html: text,
    similarQuestions: list(text),
    basis: orNull(text),
    validFrom: orNull(instant),
    contact: orNull(ref('Contact')),
    attachments: list(object({ name: text, size: number, mime: text, url: text })),
    related: list(ref('EntrySummary')),
  }),
  EntryPage: object({ entries: list(ref('EntrySummary')), ...page }),
  SearchHit: object({
    ...summary,
    highlights: object({
      title: list(range),
      text: list(object({ passage: text, ranges: list(range) })),
    }),
  }),
  SearchAnswer: object(
    {
      hits: list(ref('SearchHit')),
      ...page,
      tookMs: { type: 'number' },
      degraded: {
        ...flag,
        description: '检索引擎不可用，由数据库作答 / answered without the engine',
      },
    },
    ['page', 'pageSize'],
  ),
  TreeUnit: object({
    id: text,
    kind: oneOf(['region', 'department', 'township']),
    form: orNull(text),
    name: text,
    isCentre: flag,
    count: { ...number, description: '该读者在本单位及下级能看到的条数' },
    categories: list(treeCategory),
    units: list(ref('TreeUnit')),
  }),
  Tree: object({ units: list(ref('TreeUnit')) }),
  StepTaken: object({
    id: text,
    number: text,
    state: oneOf(states),
    revision: number,
    decision: { ...text, description: '这一步的记录' },
  }),
  StepsTaken: object({
    results: list(object({ id: text, ok: flag, status: number, code: text }, ['status', 'code'])),
  }),
  Review: object({
    id: text,
    number: text,
    state: oneOf(states),
    revision: number,
    title: text,
    summary: text,
    html: text,
    liveRevision: orNull(number),
    difference: {},
    sinceMyReturn: {
      description: '与本人上次退回时相比 / since this person’s last return, or null',
    },
    similar: list(ref('SimilarEntry')),
    closedMeanwhile: orNull(oneOf(['units', 'public'])),
    answers: list({ type: 'object' }),
    findings: { ...list(text), description: '需留意的种类 / kinds of what to look at again' },
    passages: list(
      object(
        {
          kind: oneOf(findingKinds),
          field: text,
          passage: { ...text, description: '所在文字，个人号码已隐去中段 / numbers are masked' },
          at: orNull(range),
          advice: text,
        },
        ['advice'],
      ),
    ),
    submittedWith: orNull(
      object({
        byName: text,
        at: instant,
        counts: { type: 'object', additionalProperties: number },
        isSeen: flag,
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
