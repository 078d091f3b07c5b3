import { describe, expect, it } from '@jest/globals'
import { rememberAnswer, rememberUse, usesOf } from '@/workflow/usage/answersGiven'

describe('answers that were given lately', () => {
  it('tell what was used of them, and nothing of answers given by another process', () => {
    rememberAnswer('here')
    expect(usesOf('here')).toEqual(new Map())
    rememberUse('here', 'use', '2026-11-30T02:00:00.000Z')
    expect(usesOf('here')).toEqual(new Map([['use', '2026-11-30T02:00:00.000Z']]))
    rememberUse('elsewhere', 'use', '2026-11-30T02:00:00.000Z')
    expect(usesOf('elsewhere')).toBeUndefined()
  })

  it('are forgotten with all that was used of them, never in part', () => {
    rememberAnswer('used by a program')
    for (let n = 0; n < 200; n += 1) rememberUse('used by a program', `use-${n}`, 'then')
    expect(usesOf('used by a program')).toBeUndefined()
    rememberAnswer('old')
    rememberUse('old', 'use', 'then')
    for (let n = 0; n < 20_000; n += 1) rememberAnswer(`later-${n}`)
    expect(usesOf('old')).toBeUndefined()
    expect(usesOf('later-0')).toEqual(new Map())
  })
})
