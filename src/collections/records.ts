import type { CollectionConfig, Field } from 'payload'
import { granted } from '@/access/granted'
import { id, flag, indexed, instant, json, long, number, required, text } from '@/fields/records'
import { showReadingsFirst } from '@/hooks/reading'
import { auditActions } from '@/i18n/auditActions'
import { exportEndpoint } from '@/workflow/audit/exportLog'
import { closed } from './closed'

/** Rows that only the server writes. They name people and nodes in plain text and never change after. */
export const record = (
  slug: CollectionConfig['slug'],
  fields: Field[],
  more: Partial<CollectionConfig> = {},
): CollectionConfig => closed({ slug, admin: { hidden: true }, ...more, fields: [id, ...fields] })

/** What people read: one row for each period in which an entry looked the same to readers. */
export const Publications = record(
  'publications',
  [
    // The entry's id while live, the row's own id once closed: one live row per entry on every database.
    text('slot', { required: true, unique: true }),
    flag('isLive'),
    text('entry', { ...required, ...indexed }),
    text('library', { ...required, ...indexed }),
    text('number', { ...required, ...indexed }),
    number('revision', required),
    // `contentHash` of what readers get: the same as that of the decision that put this text online.
    text('hash'),
    text('kind'),
    text('title', required),
    long('summary'),
    long('html'),
    long('plain'),
    json('similarQuestions'),
    json('keywords'),
    text('basis'),
    // 依据市级事项: the number of the entry it is based on.
    text('basedOn', indexed),
    // Ids of its themes in one text (`access/themes.ts`), as `files`.
    text('themes'),
    text('topic'),
    json('contact'),
    json('attachments'),
    // Hashes of its files in one text: Payload 3.90 finds nothing inside a JSON list on SQLite.
    long('files'),
    json('related'),
    text('unit', { ...required, ...indexed }),
    text('unitAbove', indexed),
    text('unitName', required),
    text('unitAboveName'),
    text('category'),
    text('categoryKey', indexed),
    text('categoryName'),
    flag('openToUnits'),
    flag('openToPublic', indexed),
    // 县级热点: yes or nothing.
    { name: 'forCounty', type: 'checkbox' },
    instant('validFrom', indexed),
    instant('validUntil', indexed),
    // The day of review, its first instant: as it was approved, by the centre's terms, or by the last review.
    instant('reviewBy', indexed),
    // When its unit last said that nothing in it has to change.
    instant('confirmedAt'),
    // Three corrections of it were right within ninety days: yes or nothing.
    { name: 'isUnreliable', type: 'checkbox' },
    instant('approvedAt', { ...required, ...indexed }),
    instant('from', { ...required, ...indexed }),
    instant('until', indexed),
    text('openedBy', required),
    text('closedBy', indexed),
    number('changeSeq', { ...required, ...indexed }),
    flag('dirty', indexed),
  ],
  {
    // SQLite without statistics takes an index on `isLive` alone and walks all live rows, also for one entry, by its
    // id or its number, and for what a unit says of itself.
    indexes: [
      { fields: ['isLive', 'slot'] },
      { fields: ['isLive', 'number'] },
      { fields: ['isLive', 'unit', 'topic'] },
      { fields: ['isLive', 'approvedAt'] },
    ],
  },
)

/** Every step leaves one record that nothing can change. */
export const Decisions = record('decisions', [
  text('entry', { ...required, ...indexed }),
  text('library', required),
  text('number', required),
  text('title'),
  text('step', { ...required, ...indexed }),
  text('from'),
  text('to'),
  number('revision', required),
  // The register's `lock` when it was taken: the order of an entry's decisions, whatever clocks said.
  number('seq'),
  // `contentHash` of the text that was opened and decided on.
  text('hash'),
  long('reason'),
  text('by', indexed),
  text('byName'),
  text('unit', indexed),
  text('unitName'),
  // 代审批: others acted in the unit's place because it has nobody else.
  flag('isActingForUnit'),
  // 受委托: whose approver's right was used, by a delegate.
  text('onBehalfOf'),
  text('onBehalfOfName'),
  json('confirmed'),
  // What else was asked for: online, to, kind, sentence, successor, reopen; who answered for which unit.
  json('details'),
  // Who had saved since the text approved before: shows for ever that nobody approved their own work.
  json('writers'),
  instant('at', { ...required, ...indexed }),
])

/** What must be traceable to a person: every write, sign-in, command and reading of non-public text. */
export const Audit = record(
  'audit',
  [
    {
      name: 'action',
      type: 'select',
      required: true,
      index: true,
      options: Object.entries(auditActions).map(([value, label]) => ({ value, label })),
      label: { zh: '事项', en: 'Action' },
    },
    text('by', { ...indexed, label: { zh: '操作人（内部编号）', en: 'By (id)' } }),
    text('byName', { label: { zh: '操作人', en: 'By' } }),
    text('subject', { ...indexed, label: { zh: '对象（内部编号）', en: 'Subject (id)' } }),
    text('subjectName', { label: { zh: '对象', en: 'Subject' } }),
    number('revision', { label: { zh: '版本', en: 'Revision' } }),
    json('details', { label: { zh: '详情', en: 'Details' } }),
    instant('at', {
      ...required,
      ...indexed,
      label: { zh: '时间', en: 'At' },
      admin: { date: { pickerAppearance: 'dayAndTime', displayFormat: 'yyyy-MM-dd HH:mm' } },
    }),
    number('seq', { ...required, unique: true, label: { zh: '序号', en: 'Row' } }),
    // The hash of the row before; with it no row can be changed, taken out or put in unnoticed.
    text('previous', { label: { zh: '前一行校验值', en: 'Hash before' } }),
    text('hash', { ...required, label: { zh: '校验值', en: 'Hash' } }),
  ],
  {
    labels: {
      singular: { zh: '审计记录', en: 'Audit record' },
      plural: { zh: '审计日志', en: 'Audit log' },
    },
    admin: {
      hidden: ({ user }) => !(user?.roles as string[] | undefined)?.includes('auditor'),
      group: false,
      hideAPIURL: true,
      useAsTitle: 'action',
    },
    defaultSort: '-at',
    // The rows are as they were written: what Payload notes of them would be outside the chain.
    timestamps: false,
    access: { read: granted('audit', 'read') },
    endpoints: [exportEndpoint],
    hooks: { beforeOperation: [showReadingsFirst] },
  },
)

/**
 * Counters that only grow: entry numbers per library, the sequence of changes, up to which of them facts are kept, the
 * rows of the audit log.
 */
export const Counters = record('counters', [number('value', required), long('note')])
