import { granted, nobody } from '@/access/granted'
import { mailStates } from '@/access/telling'
import { indexed, instant, json, long, number, required, text } from '@/fields/records'
import { mailStateNames } from '@/i18n/ownAccount'
import { delegationEndpoints } from '@/workflow/accounts/delegating/nameDelegate'
import { messageEndpoints } from '@/workflow/telling/messages'
import { record } from './records'

/** Who stands in for an approver of their unit, and when. */
export const Delegations = record(
  'delegations',
  [
    // The approver's id until it is ended, the row's own id after: one for each approver on every database.
    text('slot', { required: true, unique: true }),
    text('approver', { ...required, ...indexed }),
    text('approverName'),
    text('delegate', { ...required, ...indexed }),
    text('delegateName'),
    text('unit', { ...required, ...indexed }),
    instant('from', required),
    instant('until', required),
    instant('endedAt'),
    text('endedByName'),
  ],
  { endpoints: delegationEndpoints },
)

/** What one person is told of one event; written by `src/workflow` alone, marked as read by that person. */
export const Messages = record(
  'messages',
  [
    text('person', { ...required, ...indexed }),
    text('event', required),
    // By it a message is shown only as long as its person may see the entry; a purged entry takes it along.
    { name: 'entry', type: 'relationship', relationTo: 'register', index: true },
    text('library'),
    text('number'),
    text('step'),
    // The step its person is asked for, and in the name of which unit.
    text('asks'),
    text('unit'),
    // Of what is no entry's: to whom of the unit it is told, the page it is done on, and what it is about.
    text('role'),
    text('page', indexed),
    text('about'),
    text('by'),
    text('byName'),
    long('reason'),
    instant('at', { ...required, ...indexed }),
    instant('readAt'),
    // What waited does no longer: it needs nobody's attention.
    instant('settledAt'),
    // It was told by wrong working days: it stays, says so, and is told again once it is due.
    instant('takenBackAt'),
    // The mail it went out with.
    text('mail', indexed),
  ],
  { endpoints: messageEndpoints },
)

/** 关注: whose updates a person is mailed, and how often; one row a person. */
export const Following = record(
  'following',
  [
    json('units'),
    json('categories'),
    text('every', { ...required, ...indexed }),
    // Until when they were told of updates.
    instant('toldUntil', required),
  ],
  { timestamps: false },
)

const hidden = { access: { read: nobody }, admin: { hidden: true } }

/** Digests on their way or sent. The operator sees to whom and when, never the address nor the text. */
export const Mails = record(
  'mails',
  [
    text('person', { ...required, ...indexed, ...hidden }),
    text('username', { label: { zh: '账号', en: 'Account' } }),
    text('subject', { ...required, label: { zh: '主题', en: 'Subject' } }),
    instant('at', { ...required, ...indexed, label: { zh: '生成时间', en: 'Made' } }),
    {
      name: 'state',
      type: 'select',
      required: true,
      index: true,
      options: mailStates.map((value) => ({ value, label: mailStateNames[value] })),
      label: { zh: '状态', en: 'State' },
    },
    instant('sentAt', { label: { zh: '发出时间', en: 'Sent' } }),
    number('attempts', { label: { zh: '尝试次数', en: 'Attempts' } }),
    text('error', { label: { zh: '最近一次失败', en: 'Last failure' } }),
    instant('nextAt', { ...indexed, label: { zh: '下次尝试', en: 'Next attempt' } }),
    long('text', hidden),
    // The messages it tells of, by id.
    json('messages', hidden),
    instant('claimedAt', hidden),
    // `updates`: of what its person follows; `week`: figures of a week; empty: of their messages.
    text('kind', hidden),
  ],
  {
    labels: { singular: { zh: '通知邮件', en: 'Mail' }, plural: { zh: '通知邮件', en: 'Mails' } },
    admin: {
      hidden: ({ user }) => !(user?.roles as string[] | undefined)?.includes('operator'),
      group: false,
      hideAPIURL: true,
      useAsTitle: 'subject',
    },
    defaultSort: '-at',
    access: { read: granted('mails', 'read') },
  },
)

/** All by which people are told. */
export const tellingRecords = [Messages, Delegations, Mails, Following]
