import { describe, expect, it } from '@jest/globals'
import { contradictionsAmong } from '@/facts/comparedTexts'
import type { Stating } from '@/facts/contradictions'
import { measured } from '../../../bench/facts/measured'
import { plantedTexts, statingOf } from '../../../bench/facts/planted'

type Given = { title?: string; unit?: string; region?: string | null; validFrom?: number | null }

let last = 0
function text(plain: string, given: Given = {}): Stating {
  const { title = '社会保障卡遗失怎样补办？', unit = '市人社局', region = null, validFrom } = given
  last += 1
  const stating = statingOf({ entry: `e${last}`, unitName: unit, region, title, plain })
  return { ...stating, validFrom: validFrom ?? null }
}

const said = (...texts: Stating[]) =>
  [...contradictionsAmong(texts)]
    .flat()
    .map(({ kind, one, other }) => [kind, other.fact.text, one.fact.text])

describe('two texts about one thing contradict each other', () => {
  it.each([
    ['fee', '收费标准：20元', '补卡工本费10元。', '20元', '10元'],
    ['fee', '收费标准：不收费', '补卡工本费10元。', '不收费', '10元'],
    ['days', '办理时限：5个工作日', '7个工作日内办结。', '5个工作日', '7个工作日'],
    [
      'phone',
      '咨询电话：0640-82116688',
      '咨询电话：0640-82116699',
      '0640-82116688',
      '0640-82116699',
    ],
    ['fee', '每度不超过1.2元', '每度不超过1.5元', '1.2元', '1.5元'],
  ])('by their %s: %s | %s', (kind, one, other, ours, theirs) =>
    expect(said(text(one), text(other))).toEqual([[kind, ours, theirs]]),
  )

  it('also where one asks in another way, and another unit answers', () => {
    const centre = { title: '社保卡丢了，怎么补领？', unit: '市12345热线中心' }
    expect(said(text('收费标准：20元'), text('工本费10元', centre))).toHaveLength(1)
    const phone = text('咨询电话：市人社局0640-82116699', centre)
    expect(said(text('咨询电话：0640-82116688'), phone)).toHaveLength(1)
  })

  it('once for each value, however often each stands', () => {
    const one = text('收费标准：20元\n\n补卡收工本费20元，每证20元')
    expect(said(one, text('收费标准：10元\n\n补卡收工本费10元'))).toHaveLength(1)
  })

  it('under the same id, whichever comes first', () => {
    const [one, other] = [text('收费标准：20元'), text('收费标准：10元')]
    const ids = [
      [one, other],
      [other, one],
    ].map((texts) => [...contradictionsAmong(texts)].flat().map(({ id }) => id))
    expect(ids[0]).toHaveLength(1)
    expect(ids[0]).toEqual(ids[1])
  })
})

describe('nothing contradicts', () => {
  it.each([
    ['the same in another way of writing', '收费标准：20元', '工本费二十元'],
    ['ranges that meet', '收费20-30元', '工本费25元'],
    ['a bound and what lies within', '工本费不超过20元', '工本费10元'],
    ['what is counted per another thing', '收费每月20元', '收费每年200元'],
    ['two cases of one service', '首次申领免费，补领20元', '首次申领免费'],
    ['a deposit and a fee', '押金200元', '工本费20元'],
    ['what the law allows and what is promised', '法定时限：20个工作日', '承诺时限：5个工作日'],
    ['a week and five working days', '5个工作日内办结', '7日内办结'],
    ['numbers listed together', '咨询电话：0640-82116688、82116699', '咨询电话：0640-82116699'],
    ['with and without area code', '咨询电话：0640-82116688', '咨询电话：82116688'],
    ['a hotline beside an office', '咨询电话：12333', '咨询电话：0640-82116688'],
    ['two offices', '市局一科0640-82116688', '市局二科0640-82116699'],
    ['to ask and to complain', '咨询电话：0640-82116688', '投诉电话：0640-82116699'],
  ])('%s: %s | %s', (_, one, other) => expect(said(text(one), text(other))).toEqual([]))

  it.each<[string, Given]>([
    ['another question', { title: '社会保障卡怎样首次申领？' }],
    ['another thing of a like name', { title: '社会保险费遗失凭证怎样补办？' }],
    ['another case in brackets', { title: '社会保障卡遗失怎样补办（单位经办）？' }],
  ])('%s', (_, given) =>
    expect(said(text('收费标准：20元'), text('收费标准：10元', given))).toEqual([]),
  )

  it('what was replaced before the other began', () => {
    const old = { ...text('收费标准：20元'), validUntil: Date.UTC(2026, 11, 31) }
    const next = text('收费标准：10元', { validFrom: Date.UTC(2027, 0, 1) })
    expect(said(old, next)).toEqual([])
  })
})

describe('where it holds', () => {
  const county = { unit: '青溪县人社局', region: '青溪县' }

  it('two counties may charge differently', () =>
    expect(
      said(
        text('收费标准：20元', county),
        text('收费标准：10元', { unit: '石渡县人社局', region: '石渡县' }),
      ),
    ).toEqual([]))

  it('a county may not charge otherwise than the city says of all', () =>
    expect(said(text('收费标准：20元'), text('收费标准：10元', county))).toHaveLength(1))

  it('nor may the law allow it another time', () =>
    expect(said(text('法定时限：20日'), text('法定时限：30日', county))).toHaveLength(1))

  it('a county has its own phone and may promise its own time', () =>
    expect(
      said(
        text('咨询电话：0640-82116688\n承诺时限：5个工作日'),
        text('咨询电话：0640-85116699\n承诺时限：7个工作日', county),
      ),
    ).toEqual([]))
})

it('finds what was planted among 600 texts, and hardly anything else', () => {
  for (const { kind, planted, found, right } of measured(plantedTexts(600, 60))) {
    const isMet = right >= 0.95 * found && right >= 0.9 * planted
    expect([kind, isMet, planted > 0 || kind === 'other']).toEqual([kind, true, true])
  }
})
