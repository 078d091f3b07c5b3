import { describe, expect, test } from '@jest/globals'
import { answerOf } from '@/reading/spoken'

const html = '<h2>内容</h2><p>来电人反映路灯不亮。</p><h2>结果</h2><p>已更换灯泡</p><p>并回访</p>'

describe('what answers a caller', () => {
  test('is the summary where the unit wrote one', () => {
    expect(answerOf({ library: 'knowledge', summary: ' 当场办结 ', html: '<p>正文</p>' })).toBe(
      '当场办结',
    )
  })

  test('is the result of a case, whole, and not what was complained of', () => {
    expect(answerOf({ library: 'cases', summary: '', html })).toBe('已更换灯泡\n并回访')
  })

  test('is nothing where a case has no result yet, whatever its content says', () => {
    const pending = '<h2>内容</h2><p>&lt;h2&gt;结果&lt;/h2&gt;</p><p>结果</p><h2>结果</h2>'
    expect(answerOf({ library: 'cases', summary: '', html: pending })).toBe('')
  })

  test('is the beginning of a notice, as far as whole sentences reach', () => {
    const long = `<p>${'自12月1日起'.repeat(20)}。</p><p>${'停水公告'.repeat(40)}。</p>`
    const answer = answerOf({ library: 'notices', summary: '', html: long })
    expect(answer).toBe(`${'自12月1日起'.repeat(20)}。……`)
  })

  test('is a short notice as a whole, each line a sentence, with the numbers of its steps', () => {
    const short = '<p>停水通知</p><ol><li>城东</li><li>城西</li></ol>'
    expect(answerOf({ library: 'notices', summary: '', html: short })).toBe(
      '停水通知。一、城东。二、城西。',
    )
  })

  test('is cut where even the first sentence is too long, and says that it goes on', () => {
    const endless = `<p>${'一'.repeat(500)}</p>`
    expect(answerOf({ library: 'notices', summary: '', html: endless })).toMatch(/^一{150,200}……$/)
  })

  test('is nothing where there are no words', () => {
    expect(answerOf({ library: 'notices', summary: '', html: '<img src="/a">' })).toBe('')
  })
})
