import { describe, expect, it } from '@jest/globals'
import { hearingsIn, hearingsOf, piecesSounding, spokenIn } from '@/search/text/hearing'
import { mixedReadingsOf } from '@/search/text/pinyin'

describe('pinyin of a whole query', () => {
  it.each([
    ['lao nian z', ['lao', 'nian', 'z']],
    ['zhu fang gong ji jin', ['zhu', 'fang', 'gong', 'ji', 'jin']],
    ['shebao卡', ['she', 'bao', 'ka']],
    ['社bao卡', ['she', 'bao', 'ka']],
    ['老nian证', ['lao', 'nian', 'zheng']],
    ['gongji 金', ['gong', 'ji', 'jin']],
  ])('%s is heard', (text, sounds) => expect(spokenIn(text)).toContainEqual(sounds))

  it.each(['公积金', 'shebaoka', 'app下载', 'etc 办理', 'a'.repeat(30) + ' b'])(
    '%s is none of the kind',
    (text) => expect(spokenIn(text)).toEqual([]),
  )

  it('may be syllables and beginnings of syllables', () => {
    expect(mixedReadingsOf('shebk')).toContainEqual(['she', 'b', 'k'])
    expect(mixedReadingsOf('laonz')).toContainEqual(['lao', 'n', 'z'])
    expect(mixedReadingsOf('sbk')).toEqual([])
    expect(mixedReadingsOf('shebaoka')).not.toContainEqual(['she', 'bao', 'ka'])
    expect(mixedReadingsOf('a'.repeat(40))).toEqual([])
  })
})

describe('what sounds so', () => {
  it.each([
    ['shebk', '社保卡挂失', '社保卡'],
    ['sbk', '社保卡挂失', '社保卡'],
    ['laonianzheng', '𠮷㙍巷居民怎样办理老年证', '老年证'],
  ])('%s is heard in %s', (typed, title, piece) =>
    expect(piecesSounding(title, hearingsOf(typed))).toContain(piece),
  )

  it('is heard in a query of parts', () => {
    expect(piecesSounding('老年证怎么办', hearingsIn('lao nian z'))).toEqual(['老年证'])
  })
})
