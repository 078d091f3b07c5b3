import { describe, expect, it } from '@jest/globals'
import { violationsOf } from '@/jobs/examining/checks'
import type { Facts } from '@/jobs/examining/facts'
import {
  entry,
  text,
  node,
  nodes,
  log,
  row,
  publication,
  decision,
  submission,
  sound,
  closed,
  moved,
  move,
  indexAt2,
} from './soundFacts'

describe('the doctor finds nothing', () => {
  it.each<[string, Facts]>([
    ['where an approver approved what an editor wrote', sound()],
    [
      'while a revision is under way',
      sound({
        register: [row({ state: 'draft', revision: 2 })],
        texts: new Map([[entry, text(2)]]),
        decisions: [
          submission,
          decision({}),
          decision({ id: 'r', step: 'revise', to: 'draft', seq: 5 }),
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
    expect(violationsOf(facts, log)).toEqual([])
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
      'an approval of other words',
      sound({ decisions: [submission, decision({ hash: 'other words' })] }),
      'is published in other words than were approved',
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
      sound({ texts: new Map([[entry, text(2)]]) }),
      'the register says revision 1, the text is revision 2',
    ],
    ['a register without its text', sound({ texts: new Map() }), 'the text is revision ?'],
    [
      'a text that is not in the register',
      sound({
        texts: new Map([
          [entry, text(1)],
          ['stray', text(1)],
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
      'a submitter who is not the one on record',
      sound({ register: [row({ state: 'pending', submitter: 'someone' })] }),
      'its submitter is not the one on record',
    ],
    [
      'a request for deletion that is not on record',
      sound({ register: [row({ deletionRequestedBy: 'someone' })] }),
      'who asked for its deletion is not on record',
    ],
    [
      'a working copy that another unit reads',
      sound({ texts: new Map([[entry, text(1, { unit: 'elsewhere' })]]) }),
      'name different places',
    ],
    [
      'a live text that a whole county reads',
      sound({ publications: [publication({ unitAbove: 'other-county' })] }),
      'name different places',
    ],
    [
      'a register whose category is of another unit',
      sound({ register: [row({ unit: 'elsewhere' })] }),
      'name different places',
    ],
    [
      'a node that stands elsewhere than below its parent',
      sound({
        nodes: new Map([
          ...nodes,
          node('bureau', 'department', { level: 2, unitAbove: 'x', parent: 'county' }),
        ]),
      }),
      'The node bureau (bureau) stands elsewhere',
    ],
    [
      'a change above its counter',
      sound({ counters: new Map([['knowledge', 1]]) }),
      'change 1 is above the counter 0',
    ],
  ])('%s', (_, facts, sentence) => {
    expect(violationsOf(facts, log).map(({ en }) => en)).toContainEqual(
      expect.stringContaining(sentence),
    )
  })

  it('an approver who had saved the text, as the log tells', () => {
    const told = violationsOf(sound(), { ...log, ownWork: ['ZS000001 低保怎么办'] })
    expect(told.map(({ en }) => en)).toEqual([
      'ZS000001 低保怎么办: the approver had saved the text that was approved.',
    ])
  })

  it('a writer who was taken out of the register', () => {
    const savers = new Map([[entry, new Set(['editor', 'approver'])]])
    const register = [row({ state: 'draft', revision: 2, writers: '["editor"]' })]
    const decisions = [
      submission,
      decision({}),
      decision({ id: 'r', step: 'revise', to: 'draft', seq: 5 }),
    ]
    const facts = sound({ register, decisions, texts: new Map([[entry, text(2)]]) })
    expect(violationsOf(facts, { ...log, savers }).map(({ en }) => en)).toEqual([
      'ZS000001: somebody saved it whom the register does not name.',
    ])
  })
})
