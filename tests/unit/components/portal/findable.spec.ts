import { describe, expect, test } from '@jest/globals'
import { isFound, wordsTyped } from '@/components/portal/findable'

const findable =
  '云澜市医疗保障局 064082117702 云澜市望湖区政通路20号 yunlanshiyiliaobaozhangju ylsylbzj'

describe('a unit of the directory', () => {
  test.each([
    '医保局',
    '医疗保障',
    'YILIAO',
    'ylbzj',
    '0640-8211',
    '８２１１７７０２',
    '政通路 医保',
  ])('is found by %s', (typed) => {
    expect(isFound(findable, wordsTyped(typed))).toBe(true)
  })

  test.each(['民政局', '保医局', '医保局 公安', 'gonganju', '12393'])(
    'is not found by %s',
    (typed) => {
      expect(isFound(findable, wordsTyped(typed))).toBe(false)
    },
  )

  test('is found where nothing was typed', () => {
    expect(isFound(findable, wordsTyped(' ·'))).toBe(true)
  })
})
