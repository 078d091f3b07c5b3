import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { occurrencesOf } from '@/search/ranking/occurrences'

describe('how often forms stand in an entry', () => {
  test('the title counts two and a half times, other questions and key words twice', () => {
    const count = occurrencesOf(['公积金', '提取', '积', '社保'])
    const entry = { title: '公积金怎么提取', names: '公积金提现', body: '提取公积金,公积金提取。' }
    const { times, inTitle } = count(entry)
    expect([...times]).toEqual([6.5, 4.5, 6.5, 0])
    expect([...inTitle]).toEqual([1, 1, 1, 0])
  })

  test('as often as each form would be found for itself, whatever the text', () => {
    const text = fc.string({
      unit: fc.constantFrom('哈', '积', 'a', '\ud83d', '\ude00'),
      maxLength: 40,
    })
    const forms = fc.uniqueArray(
      fc.string({ unit: fc.constantFrom('哈', '积', 'a'), maxLength: 4 }),
    )
    fc.assert(
      fc.property(forms, text, (all, body) => {
        const { times } = occurrencesOf(all)({ title: '', names: '', body })
        const each = all.map((form) => (form === '' ? 0 : body.split(form).length - 1))
        expect([...times]).toEqual(each)
      }),
    )
  })
})
