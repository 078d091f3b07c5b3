import { describe, expect, it } from '@jest/globals'
import { violationsOf } from '@/jobs/examining/checks'
import { log, row, sound } from './soundFacts'

const told = (facts: ReturnType<typeof sound>) => violationsOf(facts, log).map(({ en }) => en)

describe('of what stands on the desks the doctor names', () => {
  it('what no record put there', () => {
    expect(told(sound({ register: [row({ push: 'nothing' })] }))).toEqual([
      expect.stringContaining('what put it on the desks is not on record'),
    ])
  })

  it('what is offline', () => {
    const register = [row({ activation: 'approval', liveRevision: null })]
    expect(told(sound({ register, publications: [], index: [] }))).toContainEqual(
      expect.stringContaining('offline, but on the desks'),
    )
  })

  it('what another step is said to have put there', () => {
    for (const mark of ['activation', 'push'])
      expect(told(sound({ register: [row({ [mark]: 'approval' })] }))).toEqual([
        expect.stringContaining('what put it on the desks is not on record'),
      ])
  })

  it('nothing else', () => {
    const { decisions } = sound()
    const begun = (['activate', 'push'] as const).map((step, at) => ({
      ...decisions.at(-1)!,
      ...{ id: step, step, seq: 100 + at },
    }))
    const register = [row({ activation: 'activate', push: 'push' })]
    expect(told(sound({ register, decisions: [...decisions, ...begun] }))).toEqual([])
  })
})
