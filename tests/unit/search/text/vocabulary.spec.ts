import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createLanguage } from '@/search/text/vocabulary'

describe('what a query touches', () => {
  const language = createLanguage(
    ['芷溪镇', '芷溪镇政府', '水'],
    [
      ['低保', '最低生活保障'],
      ['社保卡', '社会保障卡'],
    ],
  )

  it('is what stands in it, however it is written', () => {
    expect(language.touching('芷溪鎮政府怎么办最低生活保障？')).toEqual({
      words: ['芷溪镇政府', '芷溪镇'],
      synonyms: [['低保', '最低生活保障']],
    })
    expect(language.touching('停水')).toEqual({ words: [], synonyms: [] })
  })

  it('is what looking for each word would find', () => {
    const word = fc.array(fc.constantFrom('低', '保', '社', '卡'), { minLength: 2, maxLength: 5 })
    const words = fc.array(
      word.map((characters) => characters.join('')),
      { maxLength: 8 },
    )
    const text = fc.array(fc.constantFrom('低', '保', '社', '卡', '？'), { maxLength: 12 })
    fc.assert(
      fc.property(words, words, text, (whole, group, characters) => {
        const typed = characters.join('')
        const own = createLanguage(whole, [group])
        const stands = (each: string) => typed.includes(each)
        const touched = own.touching(typed)
        expect(new Set(touched.words)).toEqual(new Set(whole.filter(stands)))
        const isGroup = new Set(group).size > 1 && group.some(stands)
        expect(touched.synonyms.length).toBe(isGroup ? 1 : 0)
      }),
    )
  })

  it('gets one name for each thing, the longest word first', () => {
    expect(language.withOneName('社会保障卡和最低生活保障')).toBe('社保卡和低保')
    expect(language.withOneName('没有别的说法')).toBe('没有别的说法')
  })
})
