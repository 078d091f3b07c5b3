import { hotlineJieba, piecesIn } from './segment'

/** A lone half of a pair, or a control character: the segmenter speaks UTF-8 and stops at a zero. */
const unspeakable =
  /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\0-\x08\x0b\x0c\x0e-\x1f]/g

/** The words of a text with everything between them: joined they are the text, and no pair is cut in two. */
export function piecesOf(text: string): string[] {
  return piecesIn(hotlineJieba().cut(text.replace(unspeakable, ' '), true), text)
}
