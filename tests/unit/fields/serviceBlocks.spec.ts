import { describe, expect, it } from '@jest/globals'
import { nodesOf } from '@/blocks/lexical'
import { toPlain } from '@/blocks/render'
import { hasBlocks, withServiceBlocks, writtenInBlocks } from '@/fields/serviceBlocks'
import { block, paragraph, textOf, words } from '../blocks/lexicalText'

const inOrder = 'conditions materials procedure timeLimit fee place hours phone basis'.split(' ')

describe('the blocks of 行政权力 and 公共服务', () => {
  it.each([undefined, null, textOf(paragraph(words('原来写的。')))])(
    'stand before what was written, in the procedure’s order, each empty: %#',
    (written) => {
      const text = withServiceBlocks(written)
      const kinds = [...nodesOf(text.root)].flatMap(({ fields }) => fields?.blockType ?? [])
      expect(kinds).toEqual(inOrder)
      expect(toPlain(text)).toBe(written ? '原来写的。' : '')
      expect(hasBlocks(text)).toBe(true)
      expect(hasBlocks(written)).toBe(false)
    },
  )

  it('tell what is written in each, in the order of its form', () => {
    const items = [
      { name: '身份证', original: 1 },
      { name: '照片', copies: 2, note: '一寸' },
    ]
    const written = textOf(block('fee', { content: '不收费' }), block('materials', { items }))
    expect(writtenInBlocks(written)).toEqual([
      ['不收费'],
      ['身份证', '1', '', '', '照片', '', '2', '一寸'],
    ])
    expect(writtenInBlocks(null)).toEqual([])
  })
})
