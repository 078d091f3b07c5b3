import { describe, expect, it } from '@jest/globals'
import { accountName } from '@/access/accountName'

describe('the name of an account', () => {
  it.each([
    'li.si',
    ' Li.Si ',
    'LI.SI',
    'ｌｉ．ｓｉ',
    'li\u200b.si',
    '\ufeffli.si',
    'l\u2060i.s\u00adi',
    'li.si\u202e',
    'li.si\u0000',
    '\u3000li.si\u3000',
    'li.si\r\n',
  ])('is the same however it is typed: %j', (typed) => {
    expect(accountName(typed)).toBe('li.si')
  })

  it('keeps Chinese names, and tells different ones apart', () => {
    expect(accountName('张三')).toBe('张三')
    expect(accountName('zhang-san')).not.toBe(accountName('zhang_san'))
    expect(accountName('\u200b ')).toBe('')
  })
})
