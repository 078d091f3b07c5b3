import { describe, expect, test } from '@jest/globals'
import { chineseNumber, linesOf } from '@/reading/linesOf'

describe('the steps of a text, read line by line', () => {
  test('go on behind what stands under one of them', () => {
    const inner = '<ol><li>带身份证</li><li>带照片</li></ol>'
    const html = `<ol><li>取号</li><li>交材料${inner}</li><li>领证</li></ol>`
    expect(linesOf(html)).toEqual([
      ...['一、取号', '二、交材料', '（一）带身份证', '（二）带照片', '三、领证'],
    ])
  })

  test('are not counted where an item only holds those below it', () => {
    const html = '<ol><li>甲</li><li><ol><li>乙</li></ol></li><li>丙</li></ol>'
    expect(linesOf(html)).toEqual(['一、甲', '（一）乙', '二、丙'])
    const first = '<ol><li class="deeper"><ol><li>乙</li></ol></li><li value="1">丙</li></ol>'
    expect(linesOf(first)).toEqual(['（一）乙', '一、丙'])
  })

  test('go on where the list before ended, if the text says so', () => {
    const html =
      '<ol><li>甲</li></ol><p>其间</p><ol start="2"><li>乙</li><li value="5">丙</li></ol>'
    expect(linesOf(html)).toEqual(['一、甲', '其间', '二、乙', '五、丙'])
  })

  test('have marks of their own at each level', () => {
    const html =
      '<ol><li>甲<ol><li>乙<ol><li>丙<ol><li>丁</li></ol></li></ol></li></ol></li><li>戊</li></ol>'
    expect(linesOf(html)).toEqual(['一、甲', '（一）乙', '1. 丙', '（1）丁', '二、戊'])
  })

  test('keep their numbers behind one without words, which is not read', () => {
    const html = '<ol><li>甲</li><li><img src="/a"></li><li></li><li>乙</li></ol>'
    expect(linesOf(html)).toEqual(['一、甲', '四、乙'])
  })

  test('may be of several paragraphs and still count once', () => {
    expect(linesOf('<ol><li><p>甲</p><p>续</p></li><li><p>乙</p></li></ol>')).toEqual([
      ...['一、甲', '续', '二、乙'],
    ])
  })
})

test('numbers are as people count', () => {
  expect([1, 10, 11, 20, 25, 100].map(chineseNumber)).toEqual([
    ...['一', '十', '十一', '二十', '二十五', '100'],
  ])
})
