import { describe, expect, it } from '@jest/globals'
import { initialsOf, readingsOf, soundOf } from '@/search/text/pinyin'

describe('pinyin', () => {
  it('hears Chinese characters and leaves out the rest', () => {
    expect(soundOf('重庆ETC办理')).toEqual(['chong', 'qing', 'ban', 'li'])
  })

  it('has the initials from each word to the end', () => {
    expect(initialsOf(['住房', '公积金', '提取'])).toEqual(['zfgjjtq', 'gjjtq', 'tq'])
  })

  it('reads letters as syllables, the last one perhaps unfinished', () => {
    expect(readingsOf('gongjijin')).toContainEqual(['gong', 'ji', 'jin'])
    expect(readingsOf('gongjij')).toContainEqual(['gong', 'ji', 'j'])
    expect(readingsOf('xian')).toEqual(expect.arrayContaining([['xian'], ['xi', 'an']]))
    expect(readingsOf('etc')).toEqual([])
  })

  it('gives up at once on what nobody typed as pinyin', () => {
    const begun = performance.now()
    readingsOf('xianxianxianxianxianxianxianxianxianv')
    readingsOf('a'.repeat(10_000))
    expect(performance.now() - begun).toBeLessThan(1_000)
  })
})
