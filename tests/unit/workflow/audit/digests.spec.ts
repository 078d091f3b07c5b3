import { createHmac } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { digestOf, isVouchedBy } from '@/workflow/audit/digests'

const key = Buffer.from('a key of the tests, 32 bytes long')
const settings = {
  ...{ id: 'settings', returnFirst: { knowledge: true }, remindAfter: 2, keptDays: 400 },
  scoreWeights: { upToDate: 50, faultless: 30, prompt: 10, accepted: 10 },
}

/** As lines had it before weights were covered. */
const before = createHmac('sha256', key)
  .update('settings {"keptDays":400,"remindAfter":2,"returnFirst":{"knowledge":true}}')
  .digest('hex')

const told = (digest: string, row: object) => isVouchedBy(digest, 'settings', row, key)

describe('what a line of the log vouches for', () => {
  it('is the weights of the yearly score too', () => {
    const digest = digestOf('settings', settings, key)
    const changed = { ...settings, scoreWeights: { ...settings.scoreWeights, upToDate: 90 } }
    expect(told(digest, settings)).toBe(true)
    expect(told(digest, changed)).toBe(false)
    expect(told(digest, { ...settings, scoreWeights: undefined })).toBe(false)
  })

  it('is, of a line that was written before, all but the weights', () => {
    expect(told(before, settings)).toBe(true)
    expect(told(before, { ...settings, keptDays: 180 })).toBe(false)
  })

  it('is never taken for what was written before: weights that nobody had set do not come unnoticed', () => {
    const digest = digestOf('settings', { ...settings, scoreWeights: undefined }, key)
    expect(told(digest, settings)).toBe(false)
  })

  it('is the same however a database gives back a group of which nothing was said', () => {
    const digests = [undefined, null, {}, { upToDate: null, prompt: null }].map((scoreWeights) =>
      digestOf('settings', { ...settings, scoreWeights }, key),
    )
    expect(new Set(digests).size).toBe(1)
  })
})
