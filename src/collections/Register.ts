import { actorOf } from '@/access/actor'
import { readQuery } from '@/access/reach'
import { libraries, states } from '@/access/rules'
import { flag, id, indexed, instant, long, number, required, text } from '@/fields/records'
import { closed } from './closed'

/**
 * Where each entry stands in the workflow; one row an entry, written by `src/workflow` alone. In-process
 * reads by reach let Payload's list of a library show and filter the state; REST answers nobody.
 */
export const Register = closed({
  slug: 'register',
  admin: { hidden: true },
  access: {
    read: ({ req }) => req.payloadAPI !== 'REST' && readQuery(actorOf(req.user)),
  },
  fields: [
    id,
    { name: 'library', type: 'select', options: [...libraries], required: true, index: true },
    text('number', { required: true, unique: true }),
    text('title'),
    text('unit', { ...required, ...indexed }),
    text('unitAbove', indexed),
    text('category', indexed),
    text('categoryKey'),
    text('topic', indexed),
    { name: 'state', type: 'select', options: [...states], required: true, index: true },
    instant('stateSince', indexed),
    number('revision', required),
    // Counts every write of this row; only the server reads and compares it.
    number('lock', required),
    // What a step still owes, as JSON; null when nothing is under way.
    long('intent'),
    // Ids of who saved since the last approved text, as a JSON array.
    long('writers'),
    text('submitter'),
    // 经办人: who looks after it; a responsibility that no rule asks for.
    text('keeper', indexed),
    instant('submittedAt'),
    number('liveRevision'),
    // The approved revision the one under way started from, and what was closed since (units, public).
    number('baseRevision'),
    text('closedMeanwhile'),
    text('deletionRequestedBy', indexed),
    instant('deletionRequestedAt'),
    long('deletionReason'),
    text('returnRequestedBy', indexed),
    long('returnReason'),
    // 会同校核: ids of the units named at submit, and what their approvers said, as JSON.
    long('consulted'),
    long('answers'),
    flag('isWithdrawn', indexed),
    // By rule, since nobody reviewed it: yes, until its unit did, or nothing.
    { name: 'isLapsed', type: 'checkbox' },
    // The publication that went offline, the sentence for readers, and the entry they are sent to.
    text('withdrawnFrom'),
    long('withdrawnSentence'),
    text('successor'),
    instant('trashedAt', indexed),
    // 启动预案 and 推送话务员, while they stand: the decision that began it. Found by its index, above the empty text.
    text('activation', indexed),
    long('activationSentence'),
    instant('activatedAt'),
    instant('activeUntil'),
    text('push', indexed),
    instant('pushedAt'),
    // 阅读次数, counted anew by the minute; none where nobody has read it. It is no write that `lock` counts.
    number('views', indexed),
    // By which hotspots are found, counted with it.
    number('heat', indexed),
  ],
})
