import { describe, expect, it } from '@jest/globals'
import { figureWords } from '@/search/text/figures/figuresIn'
import { normalisedText } from '@/search/text/normalise'

const kept = (text: string) => figureWords([normalisedText(text)])

describe('codes', () => {
  it.each([
    ['91130500MA0D12345X', '▮91130500ma0d12345x'],
    ['9113 0500 MA0D 1234 5X', '▮91130500ma0d12345x'],
    ['91130500-MA0D12345X', '▮91130500ma0d12345x'],
    ['scan-e5bd8537.pdf', '▮e5bd8537'],
    ['ＺＳ０００１２３', '▮zs123'],
    ['zs 000123', '▮zs123'],
    ['ZS-000123', '▮zs123'],
    ['ZS123', '▮zs123'],
    ['GB/T 33190', '▮gbt33190'],
    ['GB/T33190', '▮gbt33190'],
    ['130503600123456', '▮130503600123456'],
  ])('%s is %s', (text, form) => expect(kept(text)).toContain(form))

  it.each(['app', '5G', '网络', 'ETC'])('%s is none', (text) => expect(kept(text)).toEqual([]))
})
