import fc from 'fast-check'
import { describe, expect, it } from '@jest/globals'
import { toHtml, toPlain } from '@/blocks/render'
import { unify } from '@/blocks/unify'
import { block, link, node, paragraph, textOf, words } from './lexicalText'

const evil = `"><img src=x onerror=alert(1)><script>alert('x')</script>`
const image = new Map([['m', { address: `/files/abc/${evil}`, name: evil }]])
const html = (...children: unknown[]) => {
  const text = unify(textOf(...children))
  return text ? toHtml(text, image) : ''
}
/** The marks a text may consist of; everything else must have been escaped. */
const marks =
  /<\/?(p|h2|h3|ul|ol|li|strong|br|a|section|div|table|thead|tbody|tr|th|td|img)( (href|rel|target|class|scope|colspan|rowspan|src|alt|loading)="[^"<>]*")*>/g
const leftOver = (given: string) => given.replace(marks, '').match(/[<>]/g)

describe('what people write is shown as they wrote it', () => {
  it.each([
    ['a paragraph', paragraph(words(evil))],
    ['bold words', paragraph(words(evil, { format: 1 }))],
    ['a heading', node('heading', [words(evil)], { tag: 'h2' })],
    ['a heading of an evil kind', node('heading', [words('x')], { tag: `h2 ${evil}` })],
    ['a list', node('list', [node('listitem', [words(evil)])], { tag: evil })],
    [
      'a list item of an evil value',
      node('listitem', [words('x')], { value: evil, checked: evil }),
    ],
    ['the address of a link', paragraph(link(`https://a.cn/${evil}`))],
    ['the window of a link', paragraph(link('https://a.cn', { newTab: evil, rel: evil }))],
    ['a cell', node('table', [node('tablerow', [node('tablecell', [words(evil)], cellOf(evil))])])],
    ['an image', { type: 'upload', value: { id: 'm' }, fields: { alt: evil } }],
    ['a block', block('conditions', { content: evil, blockName: evil })],
    ['materials', block('materials', { items: [{ name: evil, note: evil }] })],
    ['counts that are words', block('materials', { items: [{ original: evil, copies: evil }] })],
    ['an unknown block', block(evil, { content: evil })],
    ['an alignment', node('paragraph', [words('x')], { format: evil, indent: evil, style: evil })],
  ])('%s cannot bring marks of its own', (_where, sent) => {
    expect(leftOver(html(sent))).toBeNull()
  })

  it('a block that is still empty is not shown, and makes no text', () => {
    const empty = [block('fee', { content: ' ' }), block('materials', { items: [] })]
    expect(html(...empty)).toBe('')
    expect(toPlain(textOf(...empty))).toBe('')
    expect(toPlain(textOf(...empty, block('place', { content: '三楼' })))).toBe('办理地点：三楼')
  })

  it('whatever the words are, they come out as words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (one, two) => {
        const shown = html(paragraph(words(one), link(two)), block('fee', { content: two }))
        expect(leftOver(shown)).toBeNull()
      }),
    )
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    'javascript&colon;alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
  ])('a link to %j runs nothing', (url) => {
    expect(html(paragraph(link(url)))).not.toMatch(
      /href="[\s\p{Cc}]*(java\s*script|data|vbscript):/iu,
    )
    expect(html(paragraph(node('autolink', [words('x')], { fields: { url } })))).not.toMatch(
      /href="[\s\p{Cc}]*(java\s*script|data|vbscript):/iu,
    )
  })

  it.each([
    'https://www.gov.cn/',
    'http://a.cn/b?c=d',
    'mailto:a@b.cn',
    'tel:12345',
    '/e/ZS000001',
  ])('a link to %s stays', (url) => {
    expect(html(paragraph(link(url)))).toContain(`href="${url}"`)
  })

  it('an image that is not among the files of the entry is left out', () => {
    expect(html({ type: 'upload', value: 'another', src: 'https://evil.cn/x.png' })).toBe('')
  })
})

describe('tables and blocks', () => {
  const cell = (text: string, more: object = {}) =>
    node('tablecell', [words(text)], cellOf(0, more))

  it('cells keep their spans, and head cells are head cells', () => {
    const table = node('table', [
      node('tablerow', [cell('甲', { headerState: 1, colSpan: 2, rowSpan: 3 }), cell('乙')]),
    ])
    expect(html(table)).toBe(
      '<div class="table"><table><tbody><tr><th colspan="2" rowspan="3">甲</th><td>乙</td></tr></tbody></table></div>',
    )
  })

  it('the blocks of a service item carry their names', () => {
    expect(html(block('timeLimit', { content: '3个工作日\n特殊情况5个工作日' }))).toBe(
      '<section class="part part-timeLimit"><h2>办理时限</h2><p>3个工作日</p><p>特殊情况5个工作日</p></section>',
    )
  })

  it('materials say how many originals and copies', () => {
    const materials = block('materials', {
      items: [{ name: '身份证', original: 1, copies: 2, note: '验原件' }, { name: '申请表' }],
    })
    expect(html(materials)).toContain('<td>身份证</td><td>1</td><td>2</td><td>验原件</td>')
    expect(toPlain(textOf(materials))).toBe(
      '所需材料：身份证（原件1份，复印件2份，验原件）；申请表',
    )
  })

  it('plain text has no marks and no run of empty lines', () => {
    const text = textOf(
      node('heading', [words('标题')], { tag: 'h2' }),
      paragraph(),
      paragraph(),
      paragraph(words('甲', { format: 1 }), link('https://a.cn')),
    )
    expect(toPlain(text)).toBe('标题\n\n甲链接')
  })
})

function cellOf(headerState: unknown, more: object = {}) {
  return { headerState, colSpan: headerState, rowSpan: headerState, width: headerState, ...more }
}
