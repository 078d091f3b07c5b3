import { describe, expect, test } from '@jest/globals'
import { withPhoneLinks } from '@/components/phoneLinks'

const numbersIn = (html: string, isAboutPhones = false) =>
  [...withPhoneLinks(html, isAboutPhones).matchAll(/<a href="tel:([^"]+)">([^<]+)<\/a>/g)].map(
    ([, dialled, shown]) => [dialled, shown],
  )

describe('telephone numbers in a text', () => {
  test('are links that dial: lines of the city, mobiles, hotlines', () => {
    expect(numbersIn('<p>咨询电话：0640-86101616，手机13812345678。</p>')).toEqual([
      ['064086101616', '0640-86101616'],
      ['13812345678', '13812345678'],
    ])
    expect(numbersIn('<p>请拨打12345或400-123-4567</p>')).toEqual([
      ['12345', '12345'],
      ['4001234567', '400-123-4567'],
    ])
    expect(numbersIn('<li>12345热线受理</li>')).toEqual([['12345', '12345']])
    expect(numbersIn('<p>0640-86101616转801</p>')).toEqual([
      ['064086101616,801', '0640-86101616转801'],
    ])
  })

  test('are all of those of a block about nothing else', () => {
    expect(numbersIn('<p>86101616</p><p>12348</p>', true)).toEqual([
      ['86101616', '86101616'],
      ['12348', '12348'],
    ])
  })

  test('are no numbers of money, people, days, documents, laws, rooms, or cards', () => {
    const text =
      '<p>补助12345元，12345人受益，2026年10月12日，皖政〔2019〕12345号，第12345号，面积12000平方米，邮编230001，12315室，341182199001011234</p>'
    expect(withPhoneLinks(text)).toBe(text)
  })

  test('are left as they are in links and in tags', () => {
    const html =
      '<p><a href="https://x.gov.cn/0640-86101616">电话 0640-86101616</a><img src="/f/0640-86101616.png" alt="电话0640-86101616"></p>'
    expect(withPhoneLinks(html)).toBe(html)
  })

  test('leave all other words alone', () => {
    const html = '<h2>收费标准</h2><p>每平方米120元 &amp; 不另收费</p>'
    expect(withPhoneLinks(html)).toBe(html)
  })
})
