import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { maskNumbers, withoutNumbers, personalNumbers } from '@/workflow/findings/personalNumbers'
import { cardNumber, fullWidth, grouped, identityNumber } from './numbers'

const now = Date.parse('2026-11-22T00:00:00Z')
const kinds = (text: string) => personalNumbers(text, now).map(({ kind }) => kind)

const identity = identityNumber('11010519491231002')
const mobile = '13800138000'
const card = cardNumber('622202180200012345')

describe('an identity card', () => {
  it.each([
    identity,
    identity.toLowerCase(),
    fullWidth(identity),
    `身份证号：${identity}。`,
    `张某（${identity}）`,
    grouped(identity, [6, 8, 4], ' '),
    grouped(identity, [6, 8, 4], '-'),
    grouped(identity, [6, 4, 4, 4], '\u3000'),
    grouped(identity, [6, 8, 4], '\u200b'),
    `身份证编号：${identityNumber('34052419800101001')}`,
    `证件编号 ${identityNumber('34052419800101001')}`,
  ])('is found as it is written: %s', (text) => {
    expect(kinds(text)).toEqual(['identityCard'])
  })

  it('is not of a wrong check digit', () => {
    const wrong = identity.slice(0, -1) + (identity.endsWith('1') ? '2' : '1')
    expect(kinds(wrong)).toEqual([])
  })

  it.each(['11010519490231002', '11010518491231002', '11010519491331002', '11010520990101002'])(
    'is not of a birthday nobody has: %s',
    (seventeen) => {
      expect(kinds(identityNumber(seventeen))).toEqual([])
    },
  )

  it('is not of a province there is none of', () => {
    expect(kinds(identityNumber('99010519491231002'))).toEqual([])
  })

  it('is found by its fifteen digits where the birthday is plausible', () => {
    expect(kinds('旧证号110105491231002')).toEqual(['identityCard'])
    expect(kinds('110105491331002')).toEqual([])
    expect(kinds('990105491231002')).toEqual([])
  })

  it.each([
    '统一社会信用代码91110000802100433B',
    `工单编号：${identityNumber('11010520261120002')}`,
    `1${identity}`,
    `A${identity}`,
    `事项编码3113040000${identity}`,
  ])('is nothing that merely holds such digits: %s', (text) => {
    expect(kinds(text)).toEqual([])
  })
})

describe('a mobile number', () => {
  it.each([
    mobile,
    fullWidth(mobile),
    `联系人${mobile}。`,
    `+86 ${mobile}`,
    `+86-${mobile}`,
    `0086${mobile}`,
    `0${mobile}`,
    `tel${mobile}`,
    `①${mobile}`,
    `1.${mobile}张某`,
    '138 0013 8000',
    '138-0013-8000',
    '1380-013-8000',
    '138–0013–8000',
    '138\u30000013\u30008000',
    '13800 138000',
    `${mobile}@163.com`,
    '19912345678',
    '16612345678',
  ])('is found as it is written: %s', (text) => {
    expect(kinds(text)).toEqual(['mobileNumber'])
  })

  it.each([
    '0310-12345678',
    '010-82345678',
    '（0319）3012345',
    '12345',
    '96520',
    '95588',
    '400-810-1234',
    '4008101234',
    '10086',
    '12800138000',
    `2${mobile}`,
    `${mobile}1`,
    'ZS013800',
    'GG000138',
    `ZS${mobile}`,
    '冀政字〔2013〕80号',
    '文号：13800138000',
    '工单号13800138000',
    '事项编码为13800138000',
    '第13800138000号',
    '2026年11月22日',
    '2026-11-22',
    '20131122001',
    '13800138000元',
    '13800138000.50元',
    '投资13800138000余元',
    '￥13800138000',
    'https://www.example.gov.cn/13800138000.html',
    '办公电话：0319-3012345 0319-3012346',
    '62123456 62123457',
    '邮编054000',
  ])('is not found in what is no person’s: %s', (text) => {
    expect(kinds(text)).toEqual([])
  })

  it('several are told one by one, in the order of the text', () => {
    const found = personalNumbers(
      `张某13800138000、李某 ${identity}，卡${card}，王某139 1234 5678`,
      now,
    )
    expect(found.map(({ kind }) => kind)).toEqual([
      ...['mobileNumber', 'identityCard', 'bankCard', 'mobileNumber'],
    ])
    expect(found.at(-1)?.digits).toBe('13912345678')
  })
})

describe('a bank card', () => {
  it.each([
    card,
    fullWidth(card),
    `卡号：${card}`,
    grouped(card, [4, 4, 4, 4, 3], ' '),
    grouped(card, [4, 4, 4, 4, 3], '-'),
    grouped(card, [6, 13], ' '),
    cardNumber('621700001234567'),
    cardNumber('95588020000012345'.padEnd(18, '6')),
    cardNumber('436742001234567890'),
    cardNumber('518710001234567'),
    cardNumber('356889001234567'),
    cardNumber('37628500123456'),
  ])('is found as it is written: %s', (text) => {
    expect(kinds(text)).toEqual(['bankCard'])
  })

  it.each([
    `${card.slice(0, -1)}${(Number(card.at(-1)) + 1) % 10}`,
    cardNumber('722202180200012345'),
    cardNumber('62220218020'),
    '0000000000000000',
    `交易流水号：${card}`,
    `受理编号${card}`,
    `${card}01`,
  ])('is not what has another form or name: %s', (text) => {
    expect(kinds(text)).toEqual([])
  })
})

const digit = fc.integer({ min: 0, max: 9 }).map(String)
const digitsOf = (count: number) =>
  fc.array(digit, { minLength: count, maxLength: count }).map((list) => list.join(''))
const people = fc.oneof(
  fc
    .tuple(fc.constantFrom('3', '5', '7', '8', '9'), digitsOf(9))
    .map(([two, rest]) => `1${two}${rest}`),
  fc
    .tuple(
      fc.date({ min: new Date('1920-01-01'), max: new Date('2026-01-01'), noInvalidDate: true }),
      digitsOf(3),
    )
    .map(([day, order]) =>
      identityNumber(`130502${day.toISOString().slice(0, 10).replaceAll('-', '')}${order}`),
    ),
  digitsOf(12).map((rest) => cardNumber(`622848${rest}`)),
)

describe('masking', () => {
  it('keeps both ends of a number and no more', () => {
    expect(withoutNumbers('联系人13800138000。')).toBe('联系人138****8000。')
    expect(withoutNumbers('138 0013 8000')).toBe('138****8000')
    expect(withoutNumbers(identity)).toBe(`1101${'*'.repeat(10)}${identity.slice(-4)}`)
    expect(withoutNumbers(card)).toBe(`6222${'*'.repeat(11)}${card.slice(-4)}`)
  })

  it('leaves nothing to be found, wherever the numbers stand, and changes nothing else', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('张某：', '😀', '电话', '，'), people)),
        (parts) => {
          const text = parts.map(([before, number]) => `${before}${number}。`).join('')
          const numbers = personalNumbers(text, now)
          const masked = maskNumbers(text, numbers)
          expect(numbers).toHaveLength(parts.length)
          expect(personalNumbers(masked.text, now)).toEqual([])
          expect(masked.text.replace(/\d+\*+\d{3}[\dX]/g, '')).toBe(
            parts.map(([before]) => `${before}。`).join(''),
          )
        },
      ),
    )
  })
})
