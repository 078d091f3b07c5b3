import { Converter } from 'opencc-js/t2cn'

const convert = Converter({ from: 't', to: 'cn' })

/** The simplified form of one character; anything else comes back as it is. */
export function simplified(character: string): string {
  return character < '\u3400' ? character : convert(character)
}
