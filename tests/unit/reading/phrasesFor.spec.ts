import { describe, expect, test } from '@jest/globals'
import { phrasesFor, phrasesOf } from '@/reading/phrasesFor'
import { presetPhrases } from '@/workflow/phrases/presetPhrases'

const namesFor = (asked: string) =>
  phrasesFor(presetPhrases, asked).map(({ id }) => id.replace('preset-', ''))

describe('the phrases a caller’s words lead to', () => {
  test.each([
    ['我家厨房着火了', ['fire']],
    ['楼上有人要跳楼', ['police']],
    ['老人晕倒在广场上怎么办', ['ambulance']],
    ['孩 子，溺 水了！', ['fire', 'ambulance']],
    ['对劳动仲裁结果不服，可以起诉吗', ['litigation', 'arbitration']],
    ['行政复议多久有结果', ['reconsideration']],
    ['信访件到哪里查', ['petition']],
  ])('of “%s” are %p', (asked, names) => {
    expect(namesFor(asked)).toEqual(names)
  })

  test.each([
    '',
    '  ',
    '灭火器到哪里年检',
    '急救培训在哪里报名',
    '报警电话乱收费',
    '公积金怎么提取',
  ])('of “%s” are none', (asked) => {
    expect(namesFor(asked)).toEqual([])
  })

  test('do not depend on how letters and digits are written', () => {
    const [phrase] = presetPhrases
    const own = { ...phrase!, situation: 'emergency' as const, words: ['CO 中毒'] }
    expect(phrasesFor([own], '家里ｃｏ中毒了')).toEqual([own])
  })

  test('are none of a situation that is no matter of words', () => {
    const [phrase] = presetPhrases
    const own = { ...phrase!, situation: 'callBack' as const, words: ['公积金'] }
    expect(phrasesFor([own], '公积金')).toEqual([])
    expect(phrasesOf([own], 'callBack', 'searching')).toEqual([own])
  })
})
