import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { factFields, type Fact, type FactKind } from '@/facts/fact'
import { factsOfText, type ReadText } from '@/facts/factsIn'
import { dataFolder, readCorpus } from '../../../bench/judgedSets'

const said = (kind: FactKind, summary: string) =>
  factsOfText({ title: '', summary }).filter((fact) => fact.kind === kind)
const values = (kind: FactKind, summary: string) => said(kind, summary).map(({ value }) => value)
const about = (kind: FactKind, summary: string) =>
  said(kind, summary).map(({ value, matter }) => [value, matter])

describe('a phone', () => {
  it.each([
    ['咨询电话：0640-82116688', ['064082116688']],
    ['咨询电话：（0640）8211 6688', ['064082116688']],
    ['咨询电话：０６４０－８２１１６６８８', ['064082116688']],
    ['电话82116688转8001', ['82116688#8001']],
    ['手机：138 1234 5678', ['13812345678']],
    ['拨打12345热线', ['12345']],
    // An area code before a short number is only how it is dialled from elsewhere.
    ['投诉电话：020-12345', ['12345']],
    ['客服热线400-820-8820', ['4008208820']],
  ])('is its digits, with what is dialled before and behind: %s', (text, expected) =>
    expect(values('phone', text)).toEqual(expected),
  )

  it.each([
    ['咨询电话：0640-82116688、82116699', ['064082116688', '064082116699']],
    ['咨询电话：0640-82116688/6699', ['064082116688', '064082116699']],
    ['咨询电话：0640-82116688；市外拨打12345', ['064082116688', '12345']],
  ])('that stands beside another has its area code: %s', (text, expected) =>
    expect(values('phone', text)).toEqual(expected),
  )

  it('tells what it is for, and whose it is where the text says so', () => {
    expect(about('phone', '咨询电话：0640-82116688；监督投诉电话：0640-82116699')).toEqual([
      ['064082116688', 'enquiry'],
      ['064082116699', 'complaint'],
    ])
    const [fact] = said('phone', '请拨打市民政局社会救助科0640-82119911。')
    expect(fact?.holder).toBe('市民政局社会救助科')
  })

  it.each([
    '身份证号码110105194912310021',
    '联系人编号：第82116688号',
    '受理编号20240101至20241231',
    '共82116688元',
    '2024-2025学年联系学校',
  ])('is no other number: %s', (text) => expect(values('phone', text)).toEqual([]))
})

describe('a fee', () => {
  it.each([
    ['收费标准：每证20元', ['2000/本']],
    ['补领20元/本', ['2000/本']],
    ['工本费二十元', ['2000/']],
    ['工本费２０元', ['2000/']],
    ['收费20-30元', ['2000..3000/']],
    ['收费20元至30元', ['2000..3000/']],
    ['补助3至5万元', ['3000000..5000000/']],
    ['处100元以上500元以下罚款', ['10000..50000/']],
    ['每度不超过1.2元', ['..120/度']],
    ['注册资本50万元以上', ['50000000../']],
    ['工本费1,200元', ['120000/']],
    ['打印费5角', ['50/']],
    ['￥20', ['2000/']],
  ])('is in fen, with what it is counted per: %s', (text, expected) =>
    expect(values('fee', text)).toEqual(expected),
  )

  it.each(['收费标准：不收费', '收费标准：无', '首次申领免费', '不收取任何费用', '免收工本费'])(
    'is nothing where nothing is paid: %s',
    (text) => expect(values('fee', text)).toEqual(['0/']),
  )

  it.each(['补卡是否收费？', '区里免费勘察选点', '元旦放假', '免费的条件', '2024年1月'])(
    'is none where no amount is told: %s',
    (text) => expect(values('fee', text)).toEqual([]),
  )

  it('is about what is said nearest to it', () =>
    expect(about('fee', '收费标准：补领20元，另收押金200元；逾期处500元罚款')).toEqual([
      ['2000/', 'charge'],
      ['20000/', 'deposit'],
      ['50000/', 'fine'],
    ]))
})

describe('days', () => {
  it.each([
    ['5个工作日内办结', ['5/working']],
    ['三个工作日', ['3/working']],
    ['十五日内', ['15/natural']],
    ['30（工作日）', ['30/working']],
    ['７个工作日', ['7/working']],
    ['3至5个工作日', ['3..5/working']],
    ['当场办结', ['0/working']],
  ])('are so many working or natural ones: %s', (text, expected) =>
    expect(values('days', text)).toEqual(expected),
  )

  it('tell what the law allows from what is promised, and both from the rest', () => {
    const text =
      '办理时限：法定时限：20个工作日\n承诺时限：5个工作日\n公示7天，决定后60日内可以申请行政复议'
    expect(about('days', text)).toEqual([
      ['20/working', 'statutory'],
      ['5/working', 'promised'],
      ['7/natural', 'publicity'],
      ['60/natural', 'appeal'],
    ])
  })

  it.each(['每月15日前缴纳', '2024年6月1日', '6月1日至5日', '工作日9:00—17:00', '节假日除外'])(
    'are no days of a calendar: %s',
    (text) => expect(values('days', text)).toEqual([]),
  )
})

describe('other facts', () => {
  it.each<[FactKind, string, string[]]>([
    ['address', '在市政务服务中心（望湖区政通路18号）1楼', ['政通路18号']],
    ['address', '地址：广州市越秀区东风中路305号5号楼808房', ['东风中路305号']],
    ['documentNumber', '《社会保障卡管理办法》（人社部发［2011］47号）', ['人社部发〔2011〕47号']],
    ['documentNumber', '按照云建(2024)第012号文件', ['云建〔2024〕12号']],
    ['documentNumber', '《社会保险法》第四十五条', []],
    ['date', '自2024年6月1日起施行，6月15日截止', ['2024-06-01', '--06-15']],
    ['date', '二〇二四年', []],
    ['percentage', '缴费比例20%，报销百分之五', ['20/', '5/']],
    ['age', '年满18周岁，60至64周岁半价，未满16周岁', ['18../', '60..64/', '..16/']],
  ])('%s: %s', (kind, text, expected) => expect(values(kind, text)).toEqual(expected))

  it('name the document a number belongs to', () =>
    expect(said('documentNumber', '《高龄津贴发放办法》（云民〔2023〕18号）')[0]?.holder).toBe(
      '高龄津贴发放办法',
    ))
})

it('stands under the name of its block, also in a later line', () => {
  const plain = '收费标准：补领\n每本20元\n\n咨询电话：市民政局：0640-82116688\n82116699'
  const facts = factsOfText({ title: '', plain })
  expect(facts.map(({ value, matter }) => [value, matter])).toEqual([
    ['2000/本', 'charge'],
    ['064082116688', 'enquiry'],
    ['064082116699', 'enquiry'],
  ])
})

describe('every fact leads to its characters', () => {
  const check = (text: ReadText) => {
    const facts = factsOfText(text)
    const fields = { title: text.title, summary: text.summary ?? '', body: text.plain ?? '' }
    for (const field of factFields) {
      let end = 0
      for (const fact of facts.filter((one) => one.field === field)) {
        expect(fields[field].slice(fact.from, fact.to)).toBe(fact.text)
        expect(fact.from).toBeGreaterThanOrEqual(end)
        expect(fact.text.trim()).not.toBe('')
        end = fact.to
      }
    }
    return facts
  }

  const pieces = [
    ...[
      '咨询电话：',
      '0640-82116688',
      '、',
      '/6699',
      '转8001',
      '１２３４５',
      '（',
      '）',
      '\n',
      '\n\n',
    ],
    ...[
      '收费标准：',
      '每本',
      '二十元',
      '20-30元',
      '免费',
      '万',
      '个工作日',
      '十五',
      '日内',
      '法定',
    ],
    ...[
      '〔2024〕12号',
      '《办法》',
      '2024年',
      '6月1日',
      '%',
      '百分之',
      '周岁',
      '以上',
      '政通路18号',
      '😀',
    ],
  ]
  const text = fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 4 })))
    .map((parts) => parts.join(''))

  it('of any text', () => {
    const found: Fact[] = []
    fc.assert(
      fc.property(text, text, text, (title, summary, plain) => {
        found.push(...check({ title, summary, plain }))
      }),
      { numRuns: 400 },
    )
    expect(found.length).toBeGreaterThan(400)
  })

  const corpus = join(dataFolder, 'gov-public', 'corpus.jsonl.gz')
  const withData = existsSync(corpus) ? it : it.skip
  withData('of real texts (skipped without ../shared/data)', () => {
    const texts = readCorpus(corpus).filter((_, at) => at % 10 === 0)
    const found = texts.flatMap(({ title, text: plain }) => check({ title, plain }))
    expect(found.length).toBeGreaterThan(500)
  })
})
