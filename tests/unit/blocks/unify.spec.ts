import fc from 'fast-check'
import { describe, expect, it } from '@jest/globals'
import { nodesOf } from '@/blocks/lexical'
import { toHtml, toPlain } from '@/blocks/render'
import { unify } from '@/blocks/unify'
import { block, link, node, paragraph, textOf, words } from './lexicalText'

const html = (given: unknown) => {
  const text = unify(given)
  return text ? toHtml(text, new Map()) : null
}

describe('the one format', () => {
  it('keeps headings, lists, tables, links and bold', () => {
    const given = textOf(
      node('heading', [words('办理条件')], { tag: 'h2' }),
      node('list', [node('listitem', [words('身份证')])], { tag: 'ul', listType: 'bullet' }),
      node('table', [
        node('tablerow', [node('tablecell', [paragraph(words('一'))], { headerState: 0 })]),
      ]),
      paragraph(words('重要', { format: 1 }), link('https://www.gov.cn/')),
    )
    expect(html(given)).toMatch(
      /<h2>办理条件<\/h2><ul><li>身份证<\/li><\/ul>.*<td><p>一<\/p><\/td>.*<strong>重要<\/strong><a href="https:\/\/www\.gov\.cn\/">链接<\/a>/s,
    )
  })

  it('drops font, size, colour, alignment and marks that only decorate', () => {
    const given = textOf(
      node('paragraph', [words('字', { style: 'color:red;font-size:40px', format: 0b0011011 })], {
        format: 'center',
        textStyle: 'font-family:Comic Sans',
        backgroundColor: 'yellow',
      }),
    )
    const text = unify(given)
    expect(JSON.stringify(text)).not.toMatch(/color|font|Comic|yellow|center/)
    expect(html(given)).toBe('<p><strong>字</strong></p>')
  })

  it.each(['h1', 'h2'])('makes %s alone the first heading inside a text', (tag) => {
    expect(html(textOf(node('heading', [words('题')], { tag })))).toBe('<h2>题</h2>')
  })

  it('keeps headings of a whole document one below each other, the first one below the title', () => {
    const given = ['h1', 'h2', 'h3', 'h4'].map((tag) => node('heading', [words('题')], { tag }))
    expect(html(textOf(...given))).toBe('<h2>题</h2><h3>题</h3><h4>题</h4><h4>题</h4>')
  })

  it('keeps headings as they stand where none is a title', () => {
    const given = ['h2', 'h3', 'h4', 'h6'].map((tag) => node('heading', [words('题')], { tag }))
    expect(html(textOf(...given))).toBe('<h2>题</h2><h3>题</h3><h4>题</h4><h4>题</h4>')
  })

  it.each(['h3', 'script', 'img src=x onerror=alert(1)', null, {}])(
    'makes %j the second heading',
    (tag) => {
      expect(html(textOf(node('heading', [words('题')], { tag })))).toBe('<h3>题</h3>')
    },
  )

  it('drops nodes the editor does not know and keeps their words', () => {
    const given = textOf(
      node('marquee', [paragraph(words('别丢')), node('quote', [words('引用')])]),
    )
    expect(html(given)).toBe('<p>别丢</p><p>引用</p>')
  })

  it.each([null, undefined, 'text', 7, [], {}, { root: null }, { root: { children: 'no' } }])(
    'is not given to %j, which is no text',
    (given) => {
      expect(unify(given)).toBeNull()
    },
  )

  it('is the same when it is given twice', () => {
    fc.assert(
      fc.property(anything, (given) => {
        const once = unify(given)
        expect(unify(once)).toEqual(once)
      }),
    )
  })

  it('leaves only nodes that are known, whatever was sent', () => {
    fc.assert(
      fc.property(anything, (given) => {
        const text = unify(given)
        const types = text ? [...nodesOf(text.root)].map(({ type }) => type) : []
        expect(types.filter((type) => !known.includes(type))).toEqual([])
      }),
    )
  })

  it('refuses a text nested deeper than anybody writes, instead of running out of stack', () => {
    const deep = (levels: number): unknown =>
      Array.from({ length: levels }).reduce<unknown>((inner) => paragraph(inner), words('底'))
    expect(unify(textOf(deep(20_000)))).toBeNull()
    expect(html(textOf(deep(10)))).toContain('底')
  })
})

describe('what was sent to break it', () => {
  it.each([
    ['a text that is a number', words('', { text: 5 })],
    ['a text that is an object', words('', { text: { a: 1 } })],
    ['a text that is missing', words('', { text: undefined })],
    ['children that are words', node('paragraph', [], { children: '甲' })],
    ['children that are an object', node('paragraph', [], { children: { length: 3 } })],
    ['children that are null', paragraph(null, 5, 'x', [])],
    ['a link without fields', node('link', [words('x')])],
    ['a link whose fields are null', node('link', [words('x')], { fields: null })],
    ['a link whose address is no text', link(5 as never)],
    ['a block without fields', { type: 'block' }],
    ['a block of an unknown kind', block('script', { content: '<script>' })],
    ['a block whose text is a number', block('fee', { content: 5 })],
    ['materials that are words', block('materials', { items: '身份证' })],
    ['materials that hold nothing', block('materials', { items: [null, 5] })],
    ['an image without value', { type: 'upload' }],
    ['a node without type', { children: [] }],
  ])('%s is rendered or left out, without an error', (_what, sent) => {
    const text = unify(textOf(paragraph(sent), sent))
    expect(text && [typeof toHtml(text, new Map()), typeof toPlain(text)]).toEqual([
      'string',
      'string',
    ])
  })
})

const known = [
  ...['root', 'paragraph', 'heading', 'text', 'linebreak', 'tab', 'list', 'listitem'],
  ...['link', 'autolink', 'table', 'tablerow', 'tablecell', 'upload', 'block'],
]
const { anything } = fc.letrec((tie) => ({
  anything: fc.record({
    root: fc.record({ type: fc.constant('root'), children: tie('children') }),
  }),
  children: fc.array(fc.oneof({ depthSize: 'small' }, tie('leaf'), tie('branch')), {
    maxLength: 4,
  }),
  branch: fc.record({
    type: fc.oneof(fc.constantFrom(...known.slice(1), 'marquee', 'iframe'), fc.string()),
    children: tie('children'),
    format: fc.oneof(fc.integer(), fc.string(), fc.constant(null)),
    style: fc.string(),
  }),
  leaf: fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.object({ maxDepth: 1 })),
}))
