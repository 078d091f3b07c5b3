import { describe, expect, it } from '@jest/globals'
import { askedSteps, steps, type Step, type StepRule } from '@/access/rules'
import { Refused } from '@/workflow/Refused'
import { readStep } from '@/workflow/step/stepSent'

/** Which field the body is refused for, and in which words; nothing where it is taken. */
function refusal(step: Step, body: Record<string, unknown>) {
  try {
    readStep(step, body)
    return undefined
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    expect(error).toMatchObject({ status: 400, code: 'invalid' })
    const [field] = error.details.fields ?? []
    return { field, zh: error.details.detail?.zh }
  }
}

const revision = 3
const others: unknown[] = [{}, [], 'x', 7, { toString: 1 }]
const long = '长'.repeat(501)

describe('the body of a step', () => {
  it.each(askedSteps)('of %s needs nothing but the revision to be read', (step) => {
    expect(readStep(step, { revision })).toMatchObject({ revision })
  })

  it.each(askedSteps)('of %s without a revision that is a whole number is refused', (step) => {
    for (const wrong of [undefined, null, '1', 1.5, {}, []]) {
      expect(refusal(step, { revision: wrong })).toEqual({
        ...{ field: 'revision', zh: '请一并提交所看到的版本号 revision。' },
      })
    }
  })

  it.each(['seenState', 'check', 'findings', 'reopen'])(
    'is refused by its name where %s is of another kind, whatever the step',
    (field) => {
      for (const step of askedSteps)
        for (const value of others) {
          if (field === 'findings' && Array.isArray(value)) continue
          expect(refusal(step, { revision, [field]: value })).toMatchObject({
            ...{ field, zh: expect.stringContaining(field) },
          })
        }
    },
  )

  it('is refused where the hash is no text, or a kind of findings is unknown', () => {
    expect(refusal('approve', { revision, hash: {} })?.zh).toBe('hash 须是文字。')
    expect(refusal('submit', { revision, findings: ['mood'] })?.field).toBe('findings')
    expect(refusal('return', { revision, online: 'no' })?.field).toBe('online')
  })

  it.each(['seenState', 'check', 'hash', 'findings', 'reopen', 'reason', 'online'])(
    'may say nothing of %s',
    (field) => {
      for (const step of askedSteps)
        expect(readStep(step, { revision, [field]: null })[field as 'hash'] || undefined).toBe(
          undefined,
        )
    },
  )
})

describe('a reason', () => {
  const rules = askedSteps.map((step): [Step, StepRule] => [step, steps[step]])
  const asking = rules.filter(([, { needs }]) => needs.includes('reason')).map(([step]) => step)
  const others = askedSteps.filter((step) => !asking.includes(step))

  it.each(asking)('that is no text is none to %s, which asks for it after who may', (step) => {
    for (const reason of [undefined, null, [], {}, 7])
      expect(readStep(step, { revision, reason }).reason).toBe('')
    expect(readStep(step, { revision, reason: ' 缺依据 ' }).reason).toBe('缺依据')
    expect(refusal(step, { revision, reason: long })).toMatchObject({ field: 'reason' })
  })

  it.each(others)('that is no text is refused with %s, whose record would hold it', (step) => {
    for (const reason of [[], {}, 7, true, long])
      expect(refusal(step, { revision, reason })).toEqual({
        ...{ field: 'reason', zh: 'reason 须是 500 字以内的文字。' },
      })
    expect(readStep(step, { revision, reason: ' 缺依据 ' }).reason).toBe('缺依据')
  })
})

describe('what the rule of a step asks for', () => {
  it('is as if it were not sent where it is of another kind', () => {
    for (const value of [{}, [], 7, null]) {
      const withdrawal = { kind: value, sentence: value, successor: value }
      expect(readStep('withdraw', { revision, ...withdrawal })).toMatchObject({
        ...{ kind: '', sentence: '', successor: undefined },
      })
      expect(readStep('open', { revision, to: value })).toMatchObject({ to: '' })
      expect(readStep('approve', { revision, confirmed: value })).toMatchObject({
        confirmed: false,
      })
    }
    expect(readStep('approve', { revision, confirmed: 'true' })).toMatchObject({
      confirmed: false,
    })
  })

  it('is not read with another step', () => {
    const sent = { revision, to: {}, kind: [], sentence: long, successor: 7, online: 'x' }
    expect(readStep('submit', sent)).toEqual({ revision })
  })

  it('is refused where readers would get too long a sentence', () => {
    expect(refusal('withdraw', { revision, sentence: long })).toEqual({
      ...{ field: 'sentence', zh: '请控制在 500 字以内。' },
    })
  })
})
