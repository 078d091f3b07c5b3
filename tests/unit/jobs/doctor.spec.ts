import { describe, expect, it } from '@jest/globals'
import { violationsOf } from '@/jobs/doctor/checks'
import type { DecisionRow, Facts, PublicationRow, RegisterRow } from '@/jobs/doctor/facts'

const entry = 'e1'

const row = (given: Partial<RegisterRow> = {}): RegisterRow => ({
  id: entry,
  library: 'knowledge',
  number: 'ZS000001',
  state: 'approved',
  revision: 1,
  liveRevision: 1,
  intent: null,
  isWithdrawn: false,
  trashedAt: null,
  ...given,
})

const publication = (given: Partial<PublicationRow> = {}): PublicationRow => ({
  id: 'approval',
  slot: entry,
  isLive: true,
  entry,
  number: 'ZS000001',
  revision: 1,
  openedBy: 'approval',
  closedBy: null,
  changeSeq: 1,
  dirty: false,
  until: null,
  ...given,
})

const decision = (given: Partial<DecisionRow>): DecisionRow => ({
  id: 'approval',
  entry,
  step: 'approve',
  to: 'approved',
  revision: 1,
  by: 'approver',
  writers: ['editor'],
  at: '2026-11-02T00:00:00.000Z',
  ...given,
})

const submission = decision({
  id: 'submission',
  step: 'submit',
  to: 'pending',
  by: 'editor',
  at: '2026-11-01T00:00:00.000Z',
})

const sound = (given: Partial<Facts> = {}): Facts => ({
  register: [row()],
  publications: [publication()],
  decisions: [submission, decision({})],
  texts: new Map([[entry, 1]]),
  counters: new Map([
    ['knowledge', 1],
    ['changes', 2],
  ]),
  index: [{ id: entry, version: 1 }],
  ...given,
})

const closed = (given: Partial<PublicationRow> = {}) =>
  publication({ slot: 'approval', isLive: false, until: 'then', closedBy: 'move', ...given })
const moved = publication({ id: 'move', openedBy: 'move', changeSeq: 2 })
const move = decision({
  id: 'move',
  step: 'relocate',
  by: 'centre',
  at: '2026-11-03T00:00:00.000Z',
})
const indexAt2 = [{ id: entry, version: 2 }]

describe('the doctor finds nothing', () => {
  it.each<[string, Facts]>([
    ['where an approver approved what an editor wrote', sound()],
    [
      'while a revision is under way',
      sound({
        register: [row({ state: 'draft', revision: 2 })],
        texts: new Map([[entry, 2]]),
        decisions: [
          submission,
          decision({}),
          decision({ id: 'r', step: 'revise', to: 'draft', at: '2026-11-04T00:00:00.000Z' }),
        ],
      }),
    ],
    [
      'after a move that shows the approved text at another place',
      sound({
        publications: [closed(), moved],
        decisions: [submission, decision({}), move],
        index: indexAt2,
      }),
    ],
    [
      'while the index waits for a change',
      sound({ publications: [publication({ dirty: true })], index: [] }),
    ],
    ['where no engine answers', sound({ index: null })],
  ])('%s', (_, facts) => {
    expect(violationsOf(facts)).toEqual([])
  })
})

describe('the doctor names', () => {
  it.each<[string, Facts, string]>([
    [
      'a live row without a decision',
      sound({ decisions: [submission] }),
      'names no decision that opened it',
    ],
    [
      'a row opened by the decision on another entry',
      sound({ decisions: [submission, decision({ entry: 'e2' })] }),
      'names no decision that opened it',
    ],
    [
      'an approval of another revision',
      sound({ decisions: [submission, decision({ revision: 2 })] }),
      'revision 2 was approved, revision 1 is published',
    ],
    [
      'an approval by who submitted',
      sound({ decisions: [submission, decision({ by: 'editor', writers: [] })] }),
      'approved by who wrote or submitted it',
    ],
    [
      'an approval by who wrote',
      sound({ decisions: [submission, decision({ writers: ['editor', 'approver'] })] }),
      'approved by who wrote or submitted it',
    ],
    [
      'an approval of what nobody submitted',
      sound({ decisions: [decision({})] }),
      'without being submitted',
    ],
    [
      'a step that cannot put a text online',
      sound({ decisions: [submission, decision({ step: 'return' })] }),
      'the step return cannot put a text online',
    ],
    [
      'a move that leads back to no approval',
      sound({ publications: [moved], decisions: [submission, move], index: indexAt2 }),
      'does not lead back to an approval',
    ],
    [
      'a move that brought another text',
      sound({
        publications: [closed({ revision: 2 }), moved],
        decisions: [submission, decision({ revision: 2 }), move],
        index: indexAt2,
      }),
      'does not lead back to an approval',
    ],
    [
      'two live rows',
      sound({
        publications: [publication(), publication({ id: 'move', openedBy: 'move' })],
        decisions: [submission, decision({}), move],
      }),
      'more than one row is live',
    ],
    [
      'a slot that disagrees with the live mark',
      sound({ publications: [publication({ isLive: false })] }),
      'slot and live mark of publication approval disagree',
    ],
    [
      'a live row that was closed',
      sound({ publications: [publication({ closedBy: 'x' })] }),
      'is closed and live at once',
    ],
    [
      'a text of another revision than its register',
      sound({ texts: new Map([[entry, 2]]) }),
      'the register says revision 1, the text is revision 2',
    ],
    ['a register without its text', sound({ texts: new Map() }), 'the text is revision ?'],
    [
      'a text that is not in the register',
      sound({
        texts: new Map([
          [entry, 1],
          ['stray', 1],
        ]),
      }),
      'The text stray is not in the register',
    ],
    [
      'approved, but not online',
      sound({ publications: [], index: [], register: [row({ liveRevision: null })] }),
      'approved, but not online',
    ],
    [
      'another live revision than the published one',
      sound({ register: [row({ liveRevision: 3 })] }),
      'the live revision of the register is not the published one',
    ],
    ['withdrawn, but online', sound({ register: [row({ isWithdrawn: true })] }), 'but online'],
    ['an open intent', sound({ register: [row({ intent: '{}' })] }), 'left half done'],
    [
      'a state without its record',
      sound({ register: [row({ state: 'pending' })] }),
      'its state is pending, but the last record says approved',
    ],
    ['a live text the index lacks', sound({ index: [] }), 'the search index lacks'],
    [
      'a live text the index holds in an older version',
      sound({ publications: [publication({ changeSeq: 2 })] }),
      'the search index lacks its present version',
    ],
    [
      'what the index holds though it is not online',
      sound({
        index: [
          { id: entry, version: 1 },
          { id: 'gone', version: 1 },
        ],
      }),
      'The search index holds gone, which is not online',
    ],
    [
      'a number above its counter',
      sound({ counters: new Map([['changes', 2]]) }),
      'its number is above the counter',
    ],
    [
      'a change above its counter',
      sound({ counters: new Map([['knowledge', 1]]) }),
      'change 1 is above the counter 0',
    ],
  ])('%s', (_, facts, sentence) => {
    expect(violationsOf(facts).map(({ en }) => en)).toContainEqual(
      expect.stringContaining(sentence),
    )
  })
})
