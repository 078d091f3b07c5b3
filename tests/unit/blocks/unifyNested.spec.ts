import { describe, expect, it } from '@jest/globals'
import { toHtml, toPlain } from '@/blocks/render'
import { unify } from '@/blocks/unify'
import { block, link, node, paragraph, textOf, words } from './lexicalText'

const file = new Map([['m', { address: '/files/a/b.png', name: 'b.png' }]])
const html = (...children: unknown[]) => {
  const text = unify(textOf(...children))
  return text ? toHtml(text, file) : null
}
const li = (...children: unknown[]) => node('listitem', children)
const ol = (...items: unknown[]) => node('list', items, { tag: 'ol', listType: 'number', start: 1 })
const picture = { type: 'upload', version: 3, relationTo: 'media', value: 'm', fields: {} }
const cell = (...children: unknown[]) => node('tablecell', children, { headerState: 0 })
const table = (...rows: unknown[]) => node('table', rows)
const row = (...cells: unknown[]) => node('tablerow', cells)
const raised = (text: string) => words(text, { format: 64 })
const lowered = (text: string) => words(text, { format: 32 })

describe('a text the editor can open', () => {
  it.each([
    [
      'words without a paragraph',
      [words('甲'), words('乙'), paragraph(words('丙'))],
      '<p>甲乙</p><p>丙</p>',
    ],
    [
      'a picture in a line',
      [paragraph(words('前'), picture, words('后'))],
      '<p>前</p><img src="/files/a/b.png" alt="b.png" loading="lazy"><p>后</p>',
    ],
    [
      'paragraphs of an item',
      [ol(li(paragraph(words('甲')), paragraph(words('乙'))))],
      '<ol><li>甲<br />乙</li></ol>',
    ],
    [
      'words of a list without an item',
      [ol(words('甲'), li(words('乙')))],
      '<ol><li>甲</li><li>乙</li></ol>',
    ],
    ['an item without a list', [li(words('甲'))], '<p>甲</p>'],
    [
      'words in a cell',
      [table(row(cell(words('甲'))))],
      '<div class="table"><table><tbody><tr><td><p>甲</p></td></tr></tbody></table></div>',
    ],
    ['a table without rows', [table(paragraph(words('甲')))], '<p>甲</p>'],
    [
      'a table in a cell',
      [table(row(cell(table(row(cell(words('甲')), cell(words('乙')))))))],
      '<div class="table"><table><tbody><tr><td><p>甲</p><p>乙</p></td></tr></tbody></table></div>',
    ],
    [
      'a link in a link',
      [paragraph({ ...link('https://a.cn'), children: [link('https://b.cn')] })],
      '<p><a href="https://a.cn">链接</a></p>',
    ],
    [
      'a heading in a paragraph',
      [paragraph(words('前'), node('heading', [words('题')], { tag: 'h2' }))],
      '<p>前</p><h2>题</h2>',
    ],
    [
      'a block in a list',
      [ol(li(words('甲')), li(block('fee', { content: '不收费' })), li(words('乙')))],
      '<ol><li>甲</li></ol><section class="part part-fee"><h2>收费标准</h2><p>不收费</p></section><ol start="2"><li>乙</li></ol>',
    ],
  ])('%s comes out in its place', (_what, sent, expected) => {
    expect(html(...sent)).toBe(expected)
  })

  it('a cell that goes over several keeps that, and no number that is none', () => {
    const odd = { ...cell(words('甲')), colSpan: 2, rowSpan: -1, headerState: 'x', width: '9em' }
    const [stored] =
      unify(textOf(table(row(odd))))?.root.children?.[0]?.children?.[0]?.children ?? []
    expect(stored).toMatchObject({ colSpan: 2 })
    expect(Object.keys(stored ?? {})).not.toEqual(expect.arrayContaining(['rowSpan']))
    expect(JSON.stringify(stored)).not.toMatch(/9em|"x"/)
  })
})

describe('what a mark means', () => {
  it.each([
    [[words('面积10m'), raised('2')], '面积10m²'],
    [[words('H'), lowered('2'), words('O')], 'H₂O'],
    [[words('10'), raised('-3')], '10⁻³'],
  ])('is written with its own characters where there are any', (given, plain) => {
    const text = unify(textOf(paragraph(...given)))
    expect(text && toPlain(text)).toBe(plain)
    expect(html(paragraph(...given))).toBe(`<p>${plain}</p>`)
  })

  it('stays a mark where there are none', () => {
    expect(html(paragraph(words('PM'), lowered('2.5'), raised('[1]')))).toBe(
      '<p>PM<sub>2.5</sub><sup>[1]</sup></p>',
    )
  })
})

describe('a picture that is not stored', () => {
  it.each([
    ['one on its way', { type: 'upload', pending: { formID: 'x', src: 'blob:x' } }],
    ['one of somebody’s disk', { type: 'upload', value: { src: 'file:///C:/a.png' } }],
  ])('%s leaves a sentence where it stood', (_what, sent) => {
    expect(html(paragraph(words('前')), sent, paragraph(words('后')))).toBe(
      '<p>前</p><p>〔此处图片没有粘贴进来，请另存后插入〕</p><p>后</p>',
    )
  })
})

describe('a link', () => {
  it.each([
    'file:///C:/Users/li/a.doc',
    '#_Toc123',
    'javascript:alert(1)',
    'about:blank',
    'C:\\a.doc',
    '//evil.cn/x',
    'https://',
    'http://server/share',
    'tel:',
    '',
  ])('to %j leads nowhere: its words stay', (url) => {
    expect(html(paragraph(words('见'), link(url)))).toBe('<p>见链接</p>')
  })

  it.each([
    ['https://www.gov.cn/zhengce/', 'https://www.gov.cn/zhengce/'],
    [' http://a.cn/b?c=d#e ', 'http://a.cn/b?c=d#e'],
    ['www.gov.cn', 'https://www.gov.cn'],
    ['https://a.cn/附件 1.doc', 'https://a.cn/%E9%99%84%E4%BB%B6%201.doc'],
    ['tel:0571 1234 5678', 'tel:057112345678'],
    ['mailto:a@b.cn', 'mailto:a@b.cn'],
    ['/e/ZS000001', '/e/ZS000001'],
  ])('to %j is stored as one that leads there', (url, stored) => {
    expect(html(paragraph(link(url)))).toBe(`<p><a href="${stored}">链接</a></p>`)
  })
})

describe('a block', () => {
  const fieldsOf = (sent: unknown) => unify(textOf(sent))?.root.children?.[0]?.fields

  it('takes numbers where it counts, and keeps words that stand there as a note', () => {
    const items = [
      { name: '身份证', original: '2', copies: '若干', form: '塑料', use: 'inspected', junk: 1 },
      { name: 5, original: -1, note: '盖章' },
    ]
    expect(fieldsOf(block('materials', { items, junk: 1 }))).toMatchObject({
      blockType: 'materials',
      items: [
        {
          name: '身份证',
          original: 2,
          copies: null,
          form: null,
          use: 'inspected',
          note: '若干；塑料',
        },
        { name: '5', original: null, note: '盖章；-1' },
      ],
    })
  })

  it('makes rows of materials that were sent as words', () => {
    expect(fieldsOf(block('materials', { items: '身份证\n户口簿' }))).toMatchObject({
      items: [{ name: '身份证' }, { name: '户口簿' }],
    })
  })

  it('holds what it has a field for and nothing else', () => {
    const sent = block('fee', { content: 5, statutory: '20日', items: [{ name: 'x' }] })
    expect(fieldsOf(sent)).toEqual({ id: 'b', blockName: '', blockType: 'fee', content: '5' })
  })
})
