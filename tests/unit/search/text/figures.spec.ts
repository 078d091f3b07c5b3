import { describe, expect, it } from '@jest/globals'
import { bareWithFigures, figuresIn, figureWords } from '@/search/text/figures/figuresIn'
import { numberOf } from '@/search/text/figures/numerals'
import { normalisedText } from '@/search/text/normalise'

const figures = (text: string) => figuresIn(normalisedText(text))
const kept = (text: string) => figureWords([normalisedText(text)])
const asked = (text: string) => figures(text).map(({ forms }) => forms[0])
const written = (text: string) =>
  figures(text).map(({ from, to }) => normalisedText(text).slice(from, to))

describe('a number', () => {
  it.each([
    ['2,500', 2_500],
    ['12,345,678.5', 12_345_678.5],
    ['2.5万', 25_000],
    ['0.28万', 2_800],
    ['2万5', 25_000],
    ['2万5千', 25_000],
    ['3千', 3_000],
    ['两千五百', 2_500],
    ['两千五', 2_500],
    ['两千零五', 2_005],
    ['二千〇五十', 2_050],
    ['一百二十', 120],
    ['一百二', 120],
    ['一万二', 12_000],
    ['十', 10],
    ['十五', 15],
    ['二十', 20],
    ['一百一十', 110],
    ['壹仟贰佰叁拾', 1_230],
    ['三百五十万', 3_500_000],
    ['一亿三千万', 130_000_000],
    ['二〇二四', 2_024],
    ['二○二四', 2_024],
    ['〇', 0],
  ])('%s is %d', (text, value) => expect(numberOf(text)).toBe(value))

  it.each(['万', '百', '万一', '三五', '二三十', '千万'])('%s is none', (text) =>
    expect(numberOf(text)).toBeNull(),
  )
})

describe('document numbers', () => {
  it.each([
    '云人社发〔2023〕7号',
    '云人社发[2023]7号',
    '云人社发(2023)7号',
    '云人社发（2023）7号',
    '云人社发【2023】7号',
    '云人社发《2023》7号',
    '云人社发〔2023〕第7号',
    '云人社发〔2023〕07号',
    '云人社发 〔 2023 〕 7 号',
    '云人社发〔２０２３〕７号',
    '云人社发〔2023〕7',
    '云人社发〔二〇二三〕七号',
    '云人社发2023年7号',
    '云人社发2023年第7号',
    '云人社发2023 7号',
    '云人社发2023第7号',
    '雲人社發〔2023〕7號',
  ])('%s is one', (text) => {
    expect(asked(text)).toEqual(['云人社发№2023№7'])
    expect(kept(`依据${text}执行`)).toEqual(
      expect.arrayContaining(['云人社发№2023№7', '社发№2023№7', '№2023№7']),
    )
  })

  it('is found by the year and the number alone, and asked for with whoever issued it first', () => {
    expect(asked('〔2023〕7号')).toEqual(['№2023№7'])
    expect(figures('云人社发〔2023〕7号')[0]?.forms.at(-1)).toBe('№2023№7')
    expect(written('依据云人社发〔2023〕7号 执行')).toEqual(['〔2023〕7号'])
  })

  it.each(['2023年7月', '2023年7月8号', '2023年1号线', '12023年7号', '(2023)'])(
    '%s is none',
    (text) => expect(kept(text).filter((word) => word.includes('№'))).toEqual([]),
  )
})

describe('telephone numbers', () => {
  it.each([
    '0550-3187654',
    '05503187654',
    '(0550)3187654',
    '（0550）3187654',
    '（0550） 318 7654',
    '0550 3187654',
    '0550 - 3187654',
    '0550—3187654',
    '0550/3187654',
    '0550-318-7654',
    '+86 550 3187654',
    '+86-0550-3187654',
    '0086 550 3187654',
    '０５５０－３１８７６５４',
  ])('%s is one, with and without its area code', (text) => {
    expect(kept(`电话：${text}。`)).toEqual(expect.arrayContaining(['☎05503187654', '☎3187654']))
    expect(asked(text)).toEqual(['☎05503187654'])
  })

  it.each([
    ['3187654', '☎3187654'],
    ['318-7654', '☎3187654'],
    ['8318 7654', '☎83187654'],
    ['13912345678', '☎13912345678'],
    ['139 1234 5678', '☎13912345678'],
    ['139-1234-5678', '☎13912345678'],
    ['+86 139 1234 5678', '☎13912345678'],
    ['400-820-1234', '☎4008201234'],
    ['4008201234', '☎4008201234'],
    ['400 820 1234', '☎4008201234'],
  ])('%s is %s', (text, form) => expect(kept(`拨打${text}咨询`)).toContain(form))

  it('of several each is one', () => {
    expect(asked('0550-3187654、3187655，13912345678')).toEqual([
      ...['☎05503187654', '☎3187655', '☎13912345678'],
    ])
  })

  it.each(['12345', '110', '96116', '3187654321', '1.3187654', 'a3187654'])('%s is none', (text) =>
    expect(kept(text).filter((word) => word.startsWith('☎'))).toEqual([]),
  )
})

describe('dates', () => {
  it.each([
    '2025-03-09',
    '2025-3-9',
    '2025/3/9',
    '2025.3.9',
    '2025.03.09',
    '20250309',
    '2025年3月9日',
    '2025年3月9号',
    '2025年03月09日',
    '2025 年 3 月 9 日',
    '二〇二五年三月九日',
    '２０２５年３月９日',
  ])('%s is one day, of any year and of its month too', (text) => {
    expect(asked(text)).toEqual(['◷2025◷3◷9'])
    expect(kept(`${text}起施行`)).toEqual(expect.arrayContaining(['◷2025◷3◷9', '◷3◷9', '◷2025◷3◷']))
  })

  it.each([
    ['每年3月9日', '◷3◷9'],
    ['3月9号', '◷3◷9'],
    ['三月九日', '◷3◷9'],
    ['十一月三十日', '◷11◷30'],
    ['元月一日', '◷1◷1'],
    ['2025年3月', '◷2025◷3◷'],
    ['2025年3月份', '◷2025◷3◷'],
    ['2025-03', '◷2025◷3◷'],
    ['二〇二五年十二月', '◷2025◷12◷'],
  ])('%s is %s', (text, form) => expect(asked(text)).toEqual([form]))

  it.each(['2025-13-01', '2025.3', '3月', '3.9', '192.168.1.1'])('%s is none', (text) =>
    expect(kept(text).filter((word) => word.startsWith('◷'))).toEqual([]),
  )
})

describe('amounts and how many', () => {
  it.each([
    '3600元',
    '3,600元',
    '3，600 元',
    '３６００元',
    '三千六百元',
    '三千六百块',
    '0.36万元',
    '￥3600',
    '人民币3600元',
    '3600块钱',
  ])('%s is one amount', (text) => expect(asked(`补贴${text}`)).toEqual(['¥3600']))

  it.each([
    ['2.5万', '¥25000'],
    ['一百二十元', '¥120'],
    ['3.5元', '¥3·5'],
    ['50%', '％50'],
    ['５０％', '％50'],
    ['百分之五十', '％50'],
    ['3个月', '×3个月'],
    ['三个月', '×3个月'],
    ['15个工作日', '×15工作日'],
    ['十五个工作日', '×15工作日'],
    ['15工作日', '×15工作日'],
    ['七日', '×7天'],
    ['7天', '×7天'],
    ['60周岁', '×60岁'],
    ['六十岁', '×60岁'],
    ['90㎡', '×90平方米'],
    ['九十平方米', '×90平方米'],
    ['90平米', '×90平方米'],
    ['第三条', '×3条'],
    ['第3条', '×3条'],
    ['2万人', '×20000人'],
    ['3号线', '×3号线'],
    ['三号线', '×3号线'],
    ['两年', '×2年'],
    ['24小时', '×24小时'],
    ['二十四个小时', '×24小时'],
  ])('%s is %s', (text, form) => expect(asked(text)).toEqual([form]))

  it.each([
    '第一人民医院',
    '五年级',
    '一次性',
    '统一年审',
    '同一户籍',
    '十二条例',
    '一户口',
    '万一',
    '一起',
    '二手房',
    '元旦',
  ])('%s is none', (text) => expect(asked(text)).toEqual([]))
})

describe('figures of a text', () => {
  it('stand apart, in its order, the longer before the shorter in one place', () => {
    const text = '依据云发〔2024〕5号,2024年1月1日起补贴2,500元,三个月内拨打0550-3187654。'
    expect(asked(text)).toEqual(['依据云发№2024№5', '◷2024◷1◷1', '¥2500', '×3个月', '☎05503187654'])
  })

  it('make two questions the same that write them in two ways', () => {
    expect(bareWithFigures('补贴两千五百元,三个月内领')).toBe(
      bareWithFigures('补贴2,500元，3个月内领'),
    )
    expect(bareWithFigures('补贴250元')).not.toBe(bareWithFigures('补贴2500元'))
  })

  it('are none where there is no number', () => expect(figuresIn('公积金怎么提取')).toEqual([]))

  it('take no time of a long row of signs', () => {
    const begun = performance.now()
    for (const sign of ['1', '一', '万', '(2024', '0550-', 'a1 ', '2024-', ' ']) {
      figuresIn(sign.repeat(20_000))
    }
    expect(performance.now() - begun).toBeLessThan(10_000)
  })
})
