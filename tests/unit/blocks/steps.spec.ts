import { describe, expect, it } from '@jest/globals'
import { toHtml } from '@/blocks/render'
import { unify } from '@/blocks/unify'
import type { LexicalNode } from '@/blocks/lexical'
import { linesOf } from '@/reading/linesOf'
import { node, textOf, words } from './lexicalText'

const html = (...children: unknown[]) => {
  const text = unify(textOf(...children))
  return text ? toHtml(text, new Map()) : ''
}
const item = (...children: (string | LexicalNode)[]) =>
  node(
    'listitem',
    children.map((child) => (typeof child === 'string' ? words(child) : child)),
  )

const steps = (items: LexicalNode[], more: object = {}) =>
  node('list', items, { tag: 'ol', listType: 'number', start: 1, ...more })

describe('the steps of a list', () => {
  it('below one of them stand inside it, so that the next number is the next', () => {
    const list = steps([item('甲'), item(steps([item('乙'), item('丙')])), item('丁')])
    expect(html(list)).toBe('<ol><li>甲<ol><li>乙</li><li>丙</li></ol></li><li>丁</li></ol>')
  })

  it('below one of them may be of two lists, and of three levels', () => {
    const bullets = node('list', [item('丁')], { tag: 'ul' })
    const deep = steps([item('乙'), item(steps([item('丙')]))])
    expect(html(steps([item('甲'), item(deep), item(bullets), item('戊')]))).toBe(
      '<ol><li>甲<ol><li>乙<ol><li>丙</li></ol></li></ol><ul><li>丁</li></ul></li><li>戊</li></ol>',
    )
  })

  it('before any of its own level do not take its first number', () => {
    const list = steps([item(steps([item('甲')])), item('乙'), item('丙')], { start: 3 })
    expect(html(list)).toBe(
      '<ol start="3"><li class="deeper"><ol><li>甲</li></ol></li><li value="3">乙</li><li>丙</li></ol>',
    )
  })

  it('go on from the number the writer let them begin with, and from no other', () => {
    expect(html(steps([item('丙')], { start: 3 }))).toBe('<ol start="3"><li>丙</li></ol>')
    for (const start of [0, -2, 1.5, 1e9, null, '3']) {
      expect(html(steps([item('丙')], { start }))).toBe('<ol><li>丙</li></ol>')
    }
  })

  it('have the numbers that are read aloud', () => {
    const list = steps([item('甲'), item(steps([item('乙')])), item('丙')], { start: 2 })
    expect(linesOf(html(list))).toEqual(['二、甲', '（一）乙', '三、丙'])
  })

  it('that hold words of their own before a list keep both', () => {
    expect(html(steps([item('甲', steps([item('乙')])), item('丙')]))).toBe(
      '<ol><li>甲<ol><li>乙</li></ol></li><li>丙</li></ol>',
    )
  })
})
