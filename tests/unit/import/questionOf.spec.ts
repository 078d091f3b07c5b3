import { describe, expect, test } from '@jest/globals'
import { questionOf } from '@/jobs/import/mapRow'

const service = (name: string) => questionOf({ name, type: '公共服务' })

describe('the question made from a task name', () => {
  test.each([
    ['药膳师考试报名', '如何报名参加药膳师考试？'],
    ['茶园地图查询', '如何查询茶园地图？'],
    ['茶叶许可证查询（市级发证）', '如何查询茶叶许可证（市级发证）？'],
    ['“一村一茶”名单查询', '如何查询“一村一茶”名单？'],
    ['茶叶政策咨询', '如何咨询茶叶政策？'],
    ['采茶协议公证指引', '如何办理采茶协议公证？'],
    ['办理采茶委托公证指引', '如何办理采茶委托公证？'],
    ['换发茶农证进度查询', '如何查询换发茶农证进度？'],
    ['查询茶价', '如何查询茶价？'],
    ['开具品茶证明', '如何开具品茶证明？'],
    ['茶农养老保险待遇申领', '如何办理“茶农养老保险待遇申领”？'],
    ['“茶香四溢”品茗会圆满举办', '如何了解“‘茶香四溢’品茗会圆满举办”？'],
    ['茶树枯死怎么办？', '茶树枯死怎么办？'],
  ])('%s becomes %s', (name, question) => {
    expect(service(name)).toBe(question)
  })

  test('keeps the name of a licence whole', () => {
    expect(questionOf({ name: '茶叶提价申报', type: '行政许可' })).toBe('如何办理“茶叶提价申报”？')
  })

  test('asks how to apply where something is given', () => {
    expect(questionOf({ name: '对制茶能手的奖励', type: '行政奖励' })).toBe(
      '如何申请“对制茶能手的奖励”？',
    )
  })

  test('names the body of a region, because each region has the same items', () => {
    expect(questionOf({ name: '茶园审批', type: '行政许可', unit: '甲市农业局' })).toBe(
      '如何办理“茶园审批”（甲市农业局）？',
    )
  })
})
