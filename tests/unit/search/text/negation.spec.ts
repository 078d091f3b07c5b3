import { describe, expect, it } from '@jest/globals'
import { agreement, denialsIn, polarityOf, wordsIn } from '@/search/text/negation'
import { hotlineSegmenter } from '@/search/text/segment'

const segmenter = hotlineSegmenter()
const polarity = (text: string) => polarityOf(wordsIn(segmenter.pieces(text)))
const between = (one: string, other: string) => agreement(polarity(one), polarity(other))

describe('what two questions say', () => {
  it.each([
    ['单位没缴公积金怎么办', '单位不缴公积金怎么处罚'],
    ['单位没有缴公积金', '单位未缴公积金的处理'],
    ['没按时缴纳水费', '未缴纳水费会停水吗'],
    ['没交物业费', '不交物业费会怎样'],
    ['没交公积金', '不缴公积金的处罚'],
    ['哪些人不能领补贴', '哪些人不可以领补贴'],
    ['哪些情形不予受理', '哪些情形不受理'],
    ['无需预约的项目', '不用预约的项目'],
    ['不需要预约的项目', '不必预约的项目'],
    ['未婚证明', '开未婚证明'],
    ['无效证件', '证件无效怎么办'],
    ['没有房子怎么落户', '无房子的人怎么落户'],
    ['非本地户籍入学', '非本地户籍的孩子入学'],
    ['严禁燃放烟花的区域', '禁止燃放烟花爆竹的地方'],
  ])('is the same in %s and %s', (one, other) => {
    expect(between(one, other)).toBe('same')
    expect(between(other, one)).toBe('same')
  })

  it.each([
    ['单位没缴公积金怎么办', '单位缴公积金有什么好处'],
    ['未缴纳水费', '缴纳水费的方式'],
    ['没交公积金', '缴公积金的好处'],
    ['哪些人不能领补贴', '哪些人能领补贴'],
    ['哪些人不可以领补贴', '哪些人可以领补贴'],
    ['无需预约的项目', '需要预约的项目'],
    ['未成年人办护照', '成年人办护照'],
    ['未婚证明', '已婚证明'],
    ['无效证件', '有效证件'],
    ['没有房产', '有房产'],
    ['不合格产品', '合格产品'],
    ['非机动车上牌', '机动车上牌'],
    ['禁止燃放的区域', '可以燃放的区域'],
    ['不公开的信息', '公开的信息'],
  ])('is the opposite in %s and %s', (one, other) => {
    expect(between(one, other)).toBe('opposite')
    expect(between(other, one)).toBe('opposite')
  })

  it.each([
    ['公积金怎么提取', '公积金贷款额度'],
    ['不动产登记', '登记机关'],
    ['没收违法所得', '收养登记'],
    ['能不能领补贴', '哪些人不能领补贴'],
    ['有没有房产', '没有房产'],
    ['缴没缴社保', '不缴社保'],
    ['不知道怎么提取公积金', '公积金怎么提取'],
    ['未成年人和成年人', '成年人办护照'],
    ['非常着急', '着急'],
  ])('says nothing of sides in %s and %s', (one, other) => {
    expect(between(one, other)).toBeNull()
    expect(between(other, one)).toBeNull()
  })
})

describe('what is denied', () => {
  it('may be said in other ways', () => {
    expect(denialsIn(['没缴', '社保'])[0]?.forms).toEqual(
      expect.arrayContaining(['没缴', '不缴', '未缴', '没有缴']),
    )
    expect(denialsIn(['不可以', '领'])[0]?.forms).toEqual(
      expect.arrayContaining(['不可以领', '不能领', '不得领']),
    )
    expect(denialsIn(['缴', '社保'])).toEqual([])
    expect(denialsIn(['能', '不能', '领'])).toEqual([])
  })
})
