import { describe, expect, it } from '@jest/globals'
import { nodesOf } from '@/blocks/lexical'
import { toPlain } from '@/blocks/render'
import { hasBlocks, withServiceBlocks } from '@/blocks/serviceItem'
import { paragraph, textOf, words } from './lexicalText'

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
})
