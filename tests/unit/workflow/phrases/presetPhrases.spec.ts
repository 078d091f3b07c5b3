import { describe, expect, test } from '@jest/globals'
import type { PayloadRequest } from 'payload'
import { longestPhrase, situations } from '@/access/phrases'
import { preparePhrase } from '@/workflow/phrases/preparePhrase'
import { presetPhrases, type Phrase } from '@/workflow/phrases/presetPhrases'

const kept = (sent: Partial<Phrase>) =>
  preparePhrase({ user: { id: 'c', name: '周主任' } } as unknown as PayloadRequest, sent)
const refusal = async (sent: Partial<Phrase>) => {
  try {
    await kept(sent)
  } catch (error) {
    return (error as { details: { fields: string[]; detail: { zh: string } } }).details
  }
  return null
}

describe('the preset phrases', () => {
  test('are of every situation, each once', () => {
    expect(new Set(presetPhrases.map(({ situation }) => situation))).toEqual(new Set(situations))
    expect(new Set(presetPhrases.map(({ id }) => id)).size).toBe(presetPhrases.length)
  })

  test.each(presetPhrases)('$id is kept as it is', async (phrase) => {
    expect(phrase.text.length).toBeLessThanOrEqual(longestPhrase)
    expect(await kept(phrase)).toMatchObject({ text: phrase.text, words: phrase.words })
  })

  test('name the three numbers, and the four ways that are not the hotline’s', () => {
    const texts = (situation: string) =>
      presetPhrases.filter((one) => one.situation === situation).map(({ text }) => text)
    const named = (situation: string, names: string[]) =>
      names.filter((name) => texts(situation).some((text) => text.includes(name)))
    expect(named('emergency', ['110', '119', '120'])).toEqual(['110', '119', '120'])
    const ways = ['诉讼', '仲裁', '行政复议', '信访']
    expect(named('notAccepted', ways)).toEqual(ways)
  })
})

describe('a phrase of the centre', () => {
  const emergency = { situation: 'emergency' as const, text: '请拨打110。' }

  test('is kept with who wrote it, its words each once, and where it stands among all', async () => {
    const words = [' 抢劫 ', '抢劫', '', '持刀']
    expect(await kept({ ...emergency, words, order: 2 })).toMatchObject({
      ...{ words: ['抢劫', '持刀'], title: '紧急情况：请拨打110。', byName: '周主任' },
      rank: situations.indexOf('emergency') * 100 + 2,
    })
  })

  test('has no words where the situation is no matter of words', async () => {
    const sent = { situation: 'searching' as const, text: '请稍等。', words: ['抢劫'] }
    expect(await kept(sent)).toMatchObject({ words: [] })
  })

  test('is refused with the number of a person in it, wherever it stands', async () => {
    for (const sent of [
      { ...emergency, words: ['抢劫'], text: '请拨打13912345678找小王。' },
      { ...emergency, words: ['13912345678'] },
    ])
      expect((await refusal(sent))?.detail.zh).toContain('个人号码')
  })

  test('is refused with words that lead nowhere, or everywhere', async () => {
    const of = async (words: string[]) => (await refusal({ ...emergency, words }))?.detail.zh
    expect(await of([])).toContain('至少一个词')
    expect(await of(['火'])).toContain('“火”不能用')
    expect(await of(['火'.repeat(21)])).toContain('2 至 20 个字')
    expect(await of(Array.from({ length: 61 }, (_, at) => `词${at}`))).toContain('最多填写 60 个词')
  })

  test('leaves what is missing to its field', async () => {
    expect(await kept({ text: '请稍等。' })).toEqual({})
    expect(await kept({ situation: 'searching' })).toEqual({})
  })
})
