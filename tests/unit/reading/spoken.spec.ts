import { describe, expect, test } from '@jest/globals'
import { spokenAnswer, answerOf } from '@/reading/spoken'

const answer = (html: string, more: Partial<Parameters<typeof spokenAnswer>[0]> = {}) =>
  spokenAnswer({
    title: '怎样申请居住证？',
    summary: '到派出所办理',
    html,
    unit: { id: 'police', name: '城关派出所', above: '县公安局' },
    contact: null,
    validUntil: null,
    ...more,
  }).split('\n')

describe('an answer to be read aloud', () => {
  test('says question, answer, details, who answers for it, and how long it holds', () => {
    const contact = { phone: '0550-3012345', address: null, hours: null, number: null }
    const lines = answer('<p>住满半年即可</p>', { contact, validUntil: '2026-12-31T15:59:59.999Z' })
    expect(lines).toEqual([
      '问：怎样申请居住证？',
      '答：到派出所办理。',
      '住满半年即可。',
      '责任单位：县公安局城关派出所，咨询电话：0550 301 2345。',
      '本答复有效至2026年12月31日。',
    ])
  })

  test('leaves out what is struck out, and goes on counting where a list goes on', () => {
    const html = '<p><s>收费100元</s>不收费</p><ol start="3"><li>受理</li></ol>'
    expect(answer(html).slice(2, -1)).toEqual(['不收费。', '三、受理。'])
  })

  test('counts lists in Chinese, one in another too', () => {
    const inner = '<ul><li>租房合同</li><li>房产证</li></ul>'
    const html = `<p>需要：</p><ol><li>身份证</li><li>住所证明${inner}</li></ol><ul><li><p>照片</p></li></ul>`
    expect(answer(html).slice(2, -1)).toEqual([
      '需要：',
      '一、身份证。',
      '二、住所证明。',
      '（一）租房合同。',
      '（二）房产证。',
      '一、照片。',
    ])
  })

  test('reads a table row by row, with what stands above each cell', () => {
    const head =
      '<tr><th scope="col">材料名称</th><th scope="col">原件（份）</th><th scope="col">说明</th></tr>'
    const row =
      '<tr><td>身份证</td><td>1</td><td>当场退还</td></tr><tr><td>照片</td><td></td><td></td></tr>'
    const html = `<section class="part"><h2>申请材料</h2><div class="table"><table><thead>${head}</thead><tbody>${row}</tbody></table></div></section>`
    expect(answer(html).slice(2, -1)).toEqual([
      '申请材料：',
      '身份证，原件1份，说明：当场退还。',
      '照片。',
    ])
  })

  test('says of a material how many of it, and nothing of what is not asked for', () => {
    const row = (cells: readonly string[], tag = 'td') =>
      `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`
    const now = row(['材料名称', '份数'], 'th') + row(['身份证', '原件1份，复印件2份'])
    expect(answer(`<table>${now}</table>`)[2]).toBe('身份证，原件1份，复印件2份。')
    const before = row(['材料名称', '原件（份）', '复印件（份）'], 'th') + row(['身份证', '1', '0'])
    expect(answer(`<table>${before}</table>`)[2]).toBe('身份证，原件1份。')
  })

  test('groups phone numbers, leaves policy numbers, and spells out no web address', () => {
    const html =
      '<p>可拨打13912345678、400-123-4567或021 61234567，登录<a href="https://x.gov.cn">https://x.gov.cn/a?b=1</a>办理，依据皖政〔2019〕11号 &lt;试行&gt;</p>'
    expect(answer(html)[2]).toBe(
      '可拨打139 1234 5678、400 123 4567或021 6123 4567，登录网站办理，依据皖政〔2019〕11号 <试行>。',
    )
  })

  test('does not say twice what is the answer already', () => {
    expect(answer('<p>到派出所办理。</p>')).toHaveLength(3)
  })

  test('of a notice or a case, which have no answer of their own, claims none', () => {
    const lines = answer('<h2>结果</h2><p>已修好</p>', { title: '路灯不亮', summary: '' })
    expect(lines).toEqual(['路灯不亮。', '结果：', '已修好。', '责任单位：县公安局城关派出所。'])
  })
})

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
