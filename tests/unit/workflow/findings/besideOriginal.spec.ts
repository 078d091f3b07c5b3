import { describe, expect, test } from '@jest/globals'
import { composeBody, item, paper, type Material } from '@/blocks/asWritten'
import { differencesFrom } from '@/workflow/findings/besideOriginal'

const names = ['青溪县', '青溪县民政局', '市民政局']
const body = (...materials: Material[]) =>
  composeBody(item({ conditions: '年满80周岁。', materials }))
const original = {
  title: '高龄津贴怎样申领？',
  basis: '云民〔2023〕18号',
  body: body(paper('居民身份证', 1, 0), paper('社会保障卡', 0, 1)),
}
const kindsOf = (own: object) =>
  differencesFrom(original, { ...original, names, ...own }).map(({ kind }) => kind)

describe('a text beside the one of a unit above it is based on', () => {
  test('is the same where the county only names itself, and counts its copies otherwise', () => {
    expect(kindsOf({})).toEqual([])
    expect(kindsOf({ title: '在青溪县，高龄津贴怎样申领?' })).toEqual([])
    const materials = body(paper('社会保障卡', 1, 2), paper('居民身份证 ', 0, 1))
    expect(kindsOf({ body: materials })).toEqual([])
  })

  test('has another name', () => {
    const [found] = differencesFrom(original, { ...original, names, title: '高龄津贴如何申领？' })
    expect(found).toMatchObject({ kind: 'otherTitle', field: 'basedOn', passage: original.title })
  })

  test('names another basis, unless its own stands beside or it stands in the text', () => {
    expect(kindsOf({ basis: '云民[2023]18号、青政发〔2024〕2号' })).toEqual([])
    const inText = composeBody(
      item({
        basis: '云民〔2023〕18号',
        materials: [paper('居民身份证', 1, 0), paper('社会保障卡', 0, 1)],
      }),
    )
    expect(kindsOf({ basis: null, body: inText })).toEqual([])
    const [found] = differencesFrom(original, { ...original, names, basis: '青政发〔2024〕2号' })
    expect(found).toMatchObject({ kind: 'otherBasis', passage: '云民〔2023〕18号' })
  })

  test('compares a basis without a number by its words', () => {
    const law = { ...original, basis: '《住房公积金管理条例》第二十四条' }
    const named = (basis: string | null) =>
      differencesFrom(law, { ...law, names, basis }).map(({ kind }) => kind)
    expect(named('《住房公积金管理条例》 第二十四条。')).toEqual([])
    expect(named(null)).toEqual(['otherBasis'])
  })

  test('lists other materials: what is missing and what is added', () => {
    const other = body(paper('居民身份证', 1, 0), paper('户口簿', 1, 0))
    const [found] = differencesFrom(original, { ...original, names, body: other })
    expect(found).toMatchObject({
      ...{ kind: 'otherMaterials', passage: '缺少：社会保障卡；多出：户口簿' },
    })
  })

  test('is not held against materials the original does not list', () => {
    expect(differencesFrom({ ...original, body: null }, { ...original, names })).toEqual([])
  })
})
