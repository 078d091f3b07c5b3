import { hotlineJieba } from './segment'

/** A lone half of a pair, or a control character: the segmenter speaks UTF-8 and stops at a zero. */
const unspeakable =
  /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\0-\x08\x0b\x0c\x0e-\x1f]/g

/** The words of a text with everything between them: joined they are the text, and no pair is cut in two. */
export function piecesOf(text: string): string[] {
  const jieba = hotlineJieba()
  let at = 0
  const pieces = jieba
    .cut(text.replace(unspeakable, ' '), true)
    .map(({ length }) => text.slice(at, (at += length)))
  return at === text.length ? pieces : [...text]
}
