import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { cutsOf, edgesBy, piecesBy } from '@/search/text/cuts'

describe('cuts of a text', () => {
  it('give back its pieces without a segmenter', () => {
    const pieces = ['住房', '公积金', '?', '\n']
    expect(piecesBy(pieces.join(''), cutsOf(pieces))).toEqual(pieces)
    expect([...edgesBy('住房公积金', cutsOf(['住房', '公积金']))]).toEqual([1, 0, 1, 0, 0, 1])
  })

  it('are none of another text', () =>
    expect(piecesBy('公积金', cutsOf(['住房']))).toEqual(['公积金']))

  it('keep every text, however long a piece of it', () => {
    const piece = fc.string({ unit: 'binary', minLength: 1, maxLength: 300 })
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('')
        const cuts = cutsOf(pieces)
        expect(piecesBy(text, cuts).join('')).toBe(text)
        const edges = edgesBy(text, cuts)
        let at = 0
        for (const { length } of pieces) expect(edges[(at += length)]).toBe(1)
      }),
    )
  })
})
