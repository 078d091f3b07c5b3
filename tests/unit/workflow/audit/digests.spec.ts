import { createHmac } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { contentHash, digestOf, isVouchedBy } from '@/workflow/audit/digests'

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

  it('is, of a key that was there before keys could tell, that it does not', () => {
    const system = {
      name: '工单系统',
      audience: 'agent',
      unit: 'u',
      responsible: '王五',
      rate: 600,
    }
    const row = { id: 'k', ...system, purpose: '弹屏', enableAPIKey: true, apiKeyIndex: 'x' }
    const said =
      '{"apiKeyIndex":"x","audience":"agent","enableAPIKey":true,"name":"工单系统","purpose":"弹屏","rate":600,"responsible":"王五","unit":"u"}'
    const line = createHmac('sha256', key).update(`systems ${said}`).digest('hex')
    const isTold = (more: object) => isVouchedBy(line, 'systems', { ...row, ...more }, key)
    expect([isTold({}), isTold({ mayTell: false }), isTold({ mayTell: true })]).toEqual([
      ...[true, true, false],
    ])
    const now = digestOf('systems', { ...row, mayTell: true }, key)
    expect(isVouchedBy(now, 'systems', { ...row, mayTell: true }, key)).toBe(true)
    expect(isVouchedBy(now, 'systems', row, key)).toBe(false)
  })

  it('is, of a publication of before texts had themes and were based on others, that it has and is neither', () => {
    const row = { id: 'p', entry: 'e', library: 'knowledge', title: '怎样申领？', revision: 1 }
    const said = '{"entry":"e","library":"knowledge","revision":1,"title":"怎样申领？"}'
    const line = createHmac('sha256', key).update(`publications ${said}`).digest('hex')
    const isTold = (more: object) => isVouchedBy(line, 'publications', { ...row, ...more }, key)
    expect(isTold({ basedOn: null, themes: null })).toBe(true)
    expect([isTold({ themes: 'birth' }), isTold({ basedOn: 'ZS000001' })]).toEqual([false, false])
    const hash = contentHash({ title: '怎样申领？' })
    expect(contentHash({ title: '怎样申领？', basedOn: null, themes: null })).toBe(hash)
    expect(contentHash({ title: '怎样申领？', themes: 'birth' })).not.toBe(hash)
  })
})
