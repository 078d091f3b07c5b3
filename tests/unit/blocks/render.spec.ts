import fc from 'fast-check'
import { describe, expect, it } from '@jest/globals'
import { toHtml, toPlain } from '@/blocks/render'
import { furtherParts } from '@/blocks/serviceItem'
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
  /<\/?(p|h2|h3|h4|ul|ol|li|strong|s|sub|sup|br|a|section|div|table|thead|tbody|tr|th|td|img)( (href|rel|target|class|scope|start|value|colspan|rowspan|src|alt|loading)="[^"<>]*")*>/g
const leftOver = (given: string) => given.replace(marks, '').match(/[<>]/g)

describe('what people write is shown as they wrote it', () => {
  it.each([
    ['a paragraph', paragraph(words(evil))],
    ['bold words', paragraph(words(evil, { format: 1 }))],
    ['a heading', node('heading', [words(evil)], { tag: 'h2' })],
    ['a heading of an evil kind', node('heading', [words('x')], { tag: `h2 ${evil}` })],
    ['a list', node('list', [node('listitem', [words(evil)])], { tag: evil })],
    [
      'the first number of a list',
      node('list', [node('listitem', [words(evil)])], { tag: 'ol', start: evil }),
    ],
    [
      'a list item of an evil value',
      node('listitem', [words('x')], { value: evil, checked: evil }),
    ],
    ['the address of a link', paragraph(link(`https://a.cn/${evil}`))],
    ['the window of a link', paragraph(link('https://a.cn', { newTab: evil, rel: evil }))],
    ['a cell', node('table', [node('tablerow', [node('tablecell', [words(evil)], cellOf(evil))])])],
    ['the words of an image', { type: 'upload', value: { id: 'm' }, fields: { alt: evil } }],
    [
      'the number a list begins with',
      node('list', [node('listitem', [words('x')])], {
        tag: 'ol',
        listType: 'number',
        start: evil,
      }),
    ],
    ['struck out words', paragraph(words(evil, { format: 4 + 64 }))],
    ['a block of one’s own', block('free', { heading: evil, content: evil })],
    ['ways to apply', block('channels', { items: [{ way: evil, detail: evil }], content: evil })],
    ['limits of time', block('timeLimit', { statutory: evil, content: evil })],
    [
      'choices of a material',
      block('materials', { items: [{ form: evil, use: evil, relief: evil }] }),
    ],
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
      '<div class="table"><table><tbody><tr><th colspan="2" rowspan="3"><p>甲</p></th><td><p>乙</p></td></tr></tbody></table></div>',
    )
  })

  it('the blocks of a service item carry their names', () => {
    expect(html(block('timeLimit', { content: '3个工作日\n特殊情况5个工作日' }))).toBe(
      '<section class="part part-timeLimit"><h2>办理时限</h2><p>3个工作日</p><p>特殊情况5个工作日</p></section>',
    )
  })

  it('materials say how many originals and copies', () => {
    const items = [{ name: '身份证', original: 1, copies: 2, note: '验原件' }, { name: '申请表' }]
    const materials = block('materials', { items })
    expect(html(materials)).toContain('<td>身份证</td><td>原件1份，复印件2份</td><td>验原件</td>')
    expect(toPlain(textOf(materials))).toBe(
      '所需材料：身份证（原件1份，复印件2份，验原件）；申请表',
    )
  })

  it('materials say on paper or not, kept or shown, and what may be left out, where somebody said so', () => {
    const items = [
      { name: '身份证', original: 1, form: 'paper', use: 'inspected' },
      {
        name: '申请表',
        copies: 2,
        form: 'either',
        use: 'collected',
        relief: 'pledged',
        note: '盖章',
      },
    ]
    expect(html(block('materials', { items }))).toBe(
      '<section class="part part-materials"><h2>所需材料</h2><div class="table"><table><thead><tr>' +
        '<th scope="col">材料名称</th><th scope="col">份数</th>' +
        '<th scope="col">形式</th><th scope="col">收取方式</th><th scope="col">减免</th><th scope="col">说明</th>' +
        '</tr></thead><tbody>' +
        '<tr><td>身份证</td><td>原件1份</td><td>纸质</td><td>查验</td><td></td><td></td></tr>' +
        '<tr><td>申请表</td><td>复印件2份</td><td>纸质或电子</td><td>收取</td><td>告知承诺</td><td>盖章</td></tr>' +
        '</tbody></table></div></section>',
    )
    expect(toPlain(textOf(block('materials', { items })))).toBe(
      '所需材料：身份证（原件1份，纸质，查验）；申请表（复印件2份，纸质或电子，收取，告知承诺，盖章）',
    )
  })

  it('of materials nothing is counted that is not asked for, and no column is empty', () => {
    const items = [{ name: '申请表', original: 1, copies: 0 }, { name: '照片' }]
    const table = html(block('materials', { items }))
    expect(table.match(/<th /g)).toHaveLength(2)
    expect(table).toContain('<td>申请表</td><td>原件1份</td></tr><tr><td>照片</td><td></td>')
  })

  it('a limit of the law stands beside what is promised', () => {
    const limits = block('timeLimit', {
      statutory: '20个工作日',
      content: '5个工作日\n材料齐全起算',
    })
    expect(html(limits)).toContain(
      '<p>法定时限：20个工作日</p><p>承诺时限：5个工作日</p><p>材料齐全起算</p>',
    )
    expect(toPlain(textOf(limits))).toBe(
      '办理时限：法定时限：20个工作日\n承诺时限：5个工作日\n材料齐全起算',
    )
  })

  it('ways to apply are a list, and how to get the result stands below', () => {
    const items = [{ way: 'window', detail: '三楼5号窗口' }, { way: 'mail' }, { detail: '' }]
    const channels = block('channels', { items, content: '凭回执领取' })
    expect(html(channels)).toBe(
      '<section class="part part-channels"><h2>办理方式与结果获取</h2>' +
        '<ul><li>窗口办理：三楼5号窗口</li><li>邮寄办理</li></ul><p>结果获取：凭回执领取</p></section>',
    )
    expect(toPlain(textOf(channels))).toBe(
      '办理方式与结果获取：窗口办理：三楼5号窗口；邮寄办理\n结果获取：凭回执领取',
    )
  })

  it('a block with a heading of its own stands under it', () => {
    const own = (heading: string) => html(block('free', { heading, content: '可以代办' }))
    expect(own('代办须知')).toContain('<h2>代办须知</h2><p>可以代办</p>')
    expect(own(' ')).toContain('<h2>自拟标题</h2>')
  })

  it.each(furtherParts.map(({ slug, label }) => [label.zh, slug]))(
    '%s is left out while it is empty and shown when it is filled',
    (name, slug) => {
      expect(html(block(slug, { content: ' ', items: [] }))).toBe('')
      expect(html(block(slug, { content: '写明了' }))).toContain(`<h2>${name}</h2>`)
      expect(toPlain(textOf(block(slug, { content: '写明了' })))).toMatch(/：.*写明了$/)
    },
  )

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

describe('pictures, lists and marks', () => {
  const li = (...children: unknown[]) => node('listitem', children)
  const ul = (...items: unknown[]) => node('list', items, { tag: 'ul', listType: 'bullet' })

  it('a picture has the words of whoever put it there, an old one the name of its file', () => {
    const files = new Map([['m', { address: '/files/a/b.png', name: 'b.png' }]])
    const of = (fields: object) => toHtml(textOf({ type: 'upload', value: 'm', fields }), files)
    expect(of({ alt: '办理流程图' })).toContain('alt="办理流程图"')
    expect(of({})).toContain('alt="b.png"')
  })

  it('a list below an item stands inside it', () => {
    const nested = ul(li(words('现场')), li(ul(li(words('窗口')))), li(words('网上')))
    expect(html(nested)).toBe('<ul><li>现场<ul><li>窗口</li></ul></li><li>网上</li></ul>')
  })

  it('what is struck out is shown so, and told in plain text', () => {
    const text = paragraph(words('旧标准100元', { format: 4 }), words('，新标准80元'))
    expect(html(text)).toBe('<p><s>旧标准100元</s>，新标准80元</p>')
    expect(toPlain(textOf(text))).toBe('〔已删去：旧标准100元〕，新标准80元')
  })
})

function cellOf(headerState: unknown, more: object = {}) {
  return { headerState, colSpan: headerState, rowSpan: headerState, width: headerState, ...more }
}
