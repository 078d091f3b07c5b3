import { describe, expect, test } from '@jest/globals'
import { mapRow } from '@/jobs/import/mapRow'
import { readRow } from '@/jobs/import/sourceRow'
import { line } from './sampleRow'

function mapped(fields: object = {}) {
  const read = readRow(line(fields))
  if ('error' in read) throw new Error(read.error)
  const result = mapRow(read.row)
  if ('error' in result) throw new Error(result.error)
  return result.mapped
}

describe('a row as an entry', () => {
  test('answers in the blocks of a service item, in their order', () => {
    expect(mapped().body).toEqual([
      { conditions: '茶叶价格显著上涨的，可以申报。' },
      {
        materials: [{ name: '提价申请报告' }, { name: '营业执照复印件', original: 0, copies: 1 }],
      },
      { timeLimit: '法定办结时限：30个工作日\n承诺办结时限：7个工作日' },
      { place: '茶山路1号2号窗口\n网上办理：甲省政务服务网 https://example.org/apply' },
      { phone: '咨询电话：0999-8123456\n投诉电话：0999-8123457' },
      { p: '服务对象：自然人、企业法人。事项类型：行政许可。事项编码：A1。' },
    ])
  })

  test('leaves empty blocks out', () => {
    const { body } = mapped({
      accept_standard: '无',
      material_intro: '无',
      handle_time: '无',
      handle_time_limit: '无',
    })
    expect(body.map((block) => Object.keys(block)[0])).toEqual(['place', 'phone', 'p'])
  })

  test('says in the summary who, how long, where and whom to call', () => {
    expect(mapped().summary).toBe(
      '由甲省茶业局办理。法定30个工作日、承诺7个工作日内办结。地点：茶山路1号2号窗口。可通过甲省政务服务网网上办理。咨询电话：0999-8123456。',
    )
  })

  test('keeps the summary within 200 characters and the phone in it', () => {
    const { summary } = mapped({ handle_location: `办理地点：${'茶山路'.repeat(70)}` })
    expect(summary.length).toBeLessThanOrEqual(200)
    expect(summary).toContain('0999-8123456')
  })

  test.each([
    ['公共服务', 'services'],
    ['行政许可', 'powers'],
    ['其他行政权力', 'powers'],
  ])('files %s under %s', (type, category) => {
    expect(mapped({ TASK_TYPE_TEXT: type }).category).toBe(category)
  })

  test('refuses a kind of item it does not know', () => {
    const read = readRow(line({ TASK_TYPE_TEXT: '茶话会' }))
    expect('row' in read && mapRow(read.row)).toEqual({
      error: '不认识的事项类型“茶话会”。Unknown kind of item: 茶话会.',
    })
  })

  test('puts a department of the widest area on the first level', () => {
    expect(mapped().unit).toMatchObject({ region: null, name: '甲省茶业局' })
  })

  test('puts a department of a city below the region of that city', () => {
    const { unit, title } = mapped({ AREA_CODE_TEXT: '甲省乙州市', DEPT_NAME: '乙州市茶业局' })
    expect(unit).toMatchObject({ region: '乙州市', name: '乙州市茶业局' })
    expect(title).toBe('如何办理“茶叶提价申报”（乙州市茶业局）？')
  })

  test('tells long contacts line by line, without what they have no answer to', () => {
    const { body, summary } = mapped({
      consult_phone:
        '窗口咨询地址：茶山路1号茶业局办证大厅。咨询电话号码：0999-8123456。网址：http://example.org/020-1234567/。微信号：无。邮政编码：510405。邮寄地址：茶山路1号。',
      complain_phone: '无',
    })
    expect(body).toContainEqual({
      phone:
        '窗口咨询地址：茶山路1号茶业局办证大厅\n咨询电话号码：0999-8123456\n网址：http://example.org/020-1234567/\n邮政编码：510405\n邮寄地址：茶山路1号',
    })
    expect(summary).toContain('咨询电话：0999-8123456。')
  })

  test('gives the same hash to the same row and another to a changed one', () => {
    expect(mapped().hash).toBe(mapped().hash)
    expect(mapped({ consult_phone: '0999-8123458' }).hash).not.toBe(mapped().hash)
  })

  test('is not moved by what no reader sees', () => {
    expect(mapped({ visit_number: '7' }).hash).toBe(mapped().hash)
  })

  test.each([
    [{ accept_standard: '符合下列条件：' }, '受理条件以冒号结束，来源可能不完整'],
    [{ consult_phone: '0999-812345678' }, '电话位数不对：0999-812345678'],
    [{ material_intro: ['其他材料'] }, '材料名称含糊'],
    [{ consult_phone: '无' }, '没有咨询电话'],
  ])('notes for the editor what is doubtful in %j', (fields, note) => {
    expect(mapped(fields).notes).toEqual([note])
  })
})
