import { expect, it } from '@jest/globals'
import { factsOfText } from '@/facts/factsIn'
import { changedPhones, factsByValue } from '@/facts/stillOld'

const rowsOf = (entry: string, plain: string) =>
  factsOfText({ title: '', plain }).map((fact) => ({ ...fact, entry }))

it('lists every place that still has the old phone, however it is written there', () => {
  const rows = [
    ...rowsOf('one', '咨询电话：0640-82116688'),
    ...rowsOf('two', '电话（0640）8211 6688、82116699，投诉请拨打82116688转8001'),
    ...rowsOf('three', '咨询电话：0641-82116688'),
    ...rowsOf('four', '咨询电话：0640-82116699'),
  ]
  const places = factsByValue(rows).placesOf('phone', '064082116688')
  expect(places.map(({ entry, text }) => [entry, text])).toEqual([
    ['one', '0640-82116688'],
    ['two', '（0640）8211 6688'],
    ['two', '82116688转8001'],
  ])
})

it('lists other values as they are', () => {
  const rows = [...rowsOf('one', '收费标准：20元'), ...rowsOf('two', '收费标准：二十元或30元')]
  const places = factsByValue(rows).placesOf('fee', '2000/')
  expect(places.map(({ entry }) => entry)).toEqual(['one', 'two'])
})

it('says which phone is gone, and what stands in its place where that is plain', () => {
  const facts = (plain: string) => factsOfText({ title: '', plain })
  const before = facts('咨询电话：0640-82116688；投诉电话：0640-82110000')
  expect(changedPhones(before, facts('咨询电话：0640-82119999；投诉电话：82110000'))).toEqual([
    { old: '064082116688', next: '064082119999' },
  ])
  expect(changedPhones(before, facts('咨询电话：0640-82119999、82119998'))).toEqual([
    { old: '064082116688', next: null },
    { old: '064082110000', next: null },
  ])
  expect(changedPhones(before, before)).toEqual([])
})
