import { describe, expect, it } from '@jest/globals'
import { recordOf } from '@/components/desk/callNote'
import {
  activeCall,
  end,
  isUsed,
  nextOf,
  noCalls,
  noteAsked,
  noteSeen,
  noteTold,
  noteWritten,
  onCall,
  take,
  type Call,
  type Calls,
} from '@/components/desk/calls'
import { emptyQuestion } from '@/components/desk/deskQuestion'
import type { Entry } from '@/reading/readEntry'

const taken = (id: string) => ({
  ...{ id, at: '2026-12-01T02:00:00.000Z', number: null, district: '' },
  shown: { question: emptyQuestion, entry: null, search: null },
})
const two: Calls = take(take(noCalls, taken('a')), taken('b'))
const call = activeCall(two) as Call
const entry = (number: string, revision = 1) =>
  ({ number, revision, title: `${number}怎么办？`, summary: `${number}到窗口办` }) as Entry

describe('calls', () => {
  it('are taken once each, and the last taken is on the desk', () => {
    expect(two.active).toBe('b')
    const again = take(two, taken('a'))
    expect(again.calls.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(again.active).toBe('a')
  })

  it('follow one another in a ring', () => {
    expect(nextOf(two)?.id).toBe('a')
    expect(nextOf({ ...two, active: 'a' })?.id).toBe('b')
    expect(nextOf(take(noCalls, taken('a')))).toBeNull()
  })

  it('end with all that is known of them, and another one is taken up', () => {
    const left = end(two, 'b')
    expect(JSON.stringify(left)).not.toContain('"b"')
    expect(left.active).toBe('a')
    expect(end(left, 'a')).toEqual(noCalls)
  })

  it('change nothing where one is on none', () => {
    expect(onCall(noCalls, null, (one) => noteAsked(one, '医保'))).toBe(noCalls)
  })

  it('are changed by their ids, whichever is on the desk, until they end', () => {
    const noted = onCall(two, 'a', (one) => noteAsked(one, '医保'))
    expect(noted.calls.map(({ asked }) => asked.length)).toEqual([1, 0])
    expect(noted.active).toBe('b')
    const left = end(two, 'a')
    expect(onCall(left, 'a', (one) => noteAsked(one, '医保'))).toBe(left)
  })

  it('learn later what was not known of them, and keep what was', () => {
    const later = { ...taken('a'), number: '13900001234', district: 'd1' }
    const [known] = take(two, later).calls
    expect(known).toMatchObject({ number: '13900001234', district: 'd1' })
    const [kept] = take(take(two, later), { ...later, number: '110', district: 'd2' }).calls
    expect(kept).toMatchObject({ number: '13900001234', district: 'd1' })
  })
})

describe('what was asked on a call', () => {
  const words = (one: Call) => one.asked.map(({ words }) => words)

  it('is each question as it was worded last, not how it was typed', () => {
    const typed = ['医', '医保', '医保怎么', '医保'].reduce(noteAsked, call)
    expect(words(typed)).toEqual(['医保'])
    expect(words(noteAsked(typed, '落户'))).toEqual(['医保', '落户'])
  })

  it('stays beside what is only worded further once something was opened', () => {
    const opened = noteSeen(noteAsked(call, '医保'), entry('ZS000001'))
    expect(words(noteAsked(opened, '医保报销'))).toEqual(['医保', '医保报销'])
  })
})

describe('what was seen on a call', () => {
  it('is the text that was told, not one that came after', () => {
    const told = noteTold(noteSeen(call, entry('ZS000001', 2)), entry('ZS000001', 2), 'note')
    const later = noteSeen(told, entry('ZS000001', 3))
    expect(later.seen.map(({ revision }) => revision)).toEqual([2])
    expect(noteSeen(noteSeen(call, entry('ZS000001')), entry('ZS000001', 2)).seen).toEqual([
      expect.objectContaining({ revision: 2 }),
    ])
  })

  it('was used where it was told, but not by a three-way call alone', () => {
    const seen = (told: 'used' | 'call') => noteTold(call, entry('ZS000001'), told).seen
    expect(seen('used').filter(isUsed)).toHaveLength(1)
    expect(seen('call').filter(isUsed)).toHaveLength(0)
  })
})

describe('the record of a call', () => {
  it('is one note of all answers with their numbers and revisions, and a line for each other note', () => {
    const used = ['ZS000001', 'ZS000002'].map((number, at) => ({
      ...{ number, revision: at + 1, answer: `答${at}` },
    }))
    const { notes } = noteWritten(noteWritten(call, '知识库无此内容，转（市民政局）'), '三方')
    expect(recordOf(used, notes)).toBe(
      '经查询知识库等，结果为：答0（编号：ZS000001，第1版）；答1（编号：ZS000002，第2版）\n知识库无此内容，转（市民政局）\n三方',
    )
    expect(recordOf([], [])).toBe('')
  })
})
