import { describe, expect, it } from '@jest/globals'
import { composeDigest } from '@/workflow/telling/mailing/makeDigests'
import { describeFailure } from '@/workflow/telling/mailing/sendMails'
import { calendarOf } from '@/workflow/calendar/workingDays'
import { composeUpdates } from '@/workflow/telling/mailing/makeUpdateDigests'
import { pauseAfter, toldBy, whenDue } from '@/workflow/telling/mailing/whenDue'

const calendar = calendarOf([])

const mentioned = (n: number) => ({
  number: `ZS-${String(n).padStart(6, '0')}`,
  href: `/admin/collections/knowledge/${n}`,
})
const at = (instant: string) => new Date(`${instant}+08:00`)

describe('a digest', () => {
  it('names numbers and links, and an entry once', () => {
    const { subject, text } = composeDigest(
      [mentioned(1), mentioned(2), mentioned(1)],
      'https://zhiku.example.cn',
    )
    expect(subject).toContain('3')
    expect(text.match(/ZS-\d{6} {2}https:\/\/\S+/g)).toEqual([
      'ZS-000001  https://zhiku.example.cn/admin/collections/knowledge/1',
      'ZS-000002  https://zhiku.example.cn/admin/collections/knowledge/2',
    ])
  })

  it('lists fifty and counts the rest', () => {
    const many = Array.from({ length: 73 }, (_, n) => mentioned(n))
    const { text } = composeDigest(many, 'https://zhiku.example.cn')
    expect(text.match(/ZS-/g)).toHaveLength(50)
    expect(text).toContain('23')
  })

  it.each([
    ['at 8:30 of a working day', '2026-11-23T08:30:00', true],
    ['a second before', '2026-11-23T08:29:59', false],
    ['later that day', '2026-11-23T18:00:00', true],
    ['on a Sunday', '2026-11-22T09:00:00', false],
    ['on a holiday', '2026-10-01T09:00:00', false],
    ['on a Saturday that is worked', '2026-10-10T09:00:00', true],
  ])('once each working day is due %s', (_when, instant, isDue) => {
    expect(whenDue('daily', at(instant), null, calendar) !== null).toBe(isDue)
  })

  it('of a day tells of what came until 8:30, and there is one a day', () => {
    const first = whenDue('daily', at('2026-11-23T08:30:00'), null, calendar)
    const later = whenDue('daily', at('2026-11-23T17:00:00'), null, calendar)
    expect(later).toEqual(first)
    expect(first?.before).toEqual(at('2026-11-23T08:30:00'))
    expect(whenDue('daily', at('2026-11-24T08:30:00'), null, calendar)?.slot).not.toBe(first?.slot)
  })

  it('that comes soon comes at most once an hour, on any day', () => {
    const now = at('2026-11-22T09:00:00')
    expect(whenDue('soon', now, null, calendar)).not.toBeNull()
    expect(whenDue('soon', now, at('2026-11-22T08:00:01'), calendar)).toBeNull()
    expect(whenDue('soon', now, at('2026-11-22T08:00:00'), calendar)).not.toBeNull()
  })

  it('never comes to whoever wants none', () => {
    expect(whenDue('none', at('2026-11-23T09:00:00'), null, calendar)).toBeNull()
  })
})

describe('the updates of what somebody follows', () => {
  // 2026-10-01 to 10-07 are off, 10-10 (Saturday) is worked, 10-08 is a Thursday.
  it.each([
    ['daily', 'at 8:30 of a working day', '2026-11-24T08:30:00', '2026-11-24T08:25:00'],
    ['daily', 'a second before', '2026-11-24T08:29:59', null],
    ['daily', 'on a Sunday', '2026-11-22T09:00:00', null],
    ['daily', 'on a Saturday that is worked', '2026-10-10T09:00:00', '2026-10-10T08:25:00'],
    ['weekly', 'on a Monday', '2026-11-23T08:30:00', '2026-11-23T08:25:00'],
    ['weekly', 'on a Monday before 8:30', '2026-11-23T08:29:59', null],
    ['weekly', 'at midnight of the day after', '2026-11-24T00:00:00', '2026-11-23T08:25:00'],
    ['weekly', 'later that week', '2026-11-27T17:00:00', '2026-11-23T08:25:00'],
    ['weekly', 'after days off', '2026-10-08T08:30:00', '2026-10-08T08:25:00'],
    ['weekly', 'in days off', '2026-10-05T09:00:00', null],
    ['none', 'never', '2026-11-24T09:00:00', null],
  ] as const)('%s are due %s', (every, _when, instant, until) => {
    expect(toldBy(every, at(instant), calendar)).toEqual(until && at(until))
  })

  it('are told by kind, number and address, fifty of them, the rest counted', () => {
    const one = { kind: 'changed' as const, at: '', number: 'ZS-000001' }
    const { subject, text } = composeUpdates(
      Array.from({ length: 52 }, () => one),
      'https://zhiku.example.cn',
    )
    expect(subject).toContain('52')
    expect(text.match(/改动 Changed {2}ZS-000001 {2}https:\/\/\S+/g)).toHaveLength(50)
    expect(text).toContain('另有 2 条。')
  })
})

describe('a mail that was not taken', () => {
  it('is tried again after growing pauses, up to half a day', () => {
    const minutes = [1, 2, 3, 9, 10, 40].map((attempts) => pauseAfter(attempts) / 60_000)
    expect(minutes).toEqual([2, 4, 8, 512, 720, 720])
  })

  it('says why without the password, plain or encoded', () => {
    const url = 'smtp://zhiku:p%40ss-word@mail.example.cn'
    const encoded = Buffer.from('p@ss-word').toString('base64')
    const error = Object.assign(new Error(`Invalid login: p@ss-word ${encoded}`), {
      ...{ code: 'EAUTH', responseCode: 535 },
    })
    const said = describeFailure(error, url)
    expect(said).toContain('EAUTH 535')
    expect(said).not.toContain('p@ss-word')
    expect(said).not.toContain(encoded)
  })
})
