import { describe, expect, test } from '@jest/globals'
import { readRow } from '@/jobs/import/sourceRow'
import { line } from './sampleRow'

const rowOf = (fields: object = {}) => {
  const read = readRow(line(fields))
  if ('error' in read) throw new Error(read.error)
  return read.row
}

describe('reading a row of the source', () => {
  test('drops 无 and what amounts to it', () => {
    const row = rowOf({ handle_time: '无', consult_phone: ' 无。', accept_standard: '/' })
    expect([row.statutoryTime, row.phone, row.conditions]).toEqual(['', '', ''])
  })

  test('takes the label off the place and writes brackets as Chinese ones', () => {
    expect(rowOf({ handle_location: '办理地点：茶山路1号(2号窗口)' }).place).toBe(
      '茶山路1号（2号窗口）',
    )
    expect(rowOf({ handle_location: '办理地点：无' }).place).toBe('')
  })

  test('takes remnants of HTML out and keeps the paragraphs', () => {
    expect(
      rowOf({ accept_standard: '<p>一、有茶园&nbsp;</p><p>二、<b>有证</b></p>' }).conditions,
    ).toBe('一、有茶园\n二、有证')
  })

  test('begins a line where the source put a run of blanks', () => {
    expect(
      rowOf({ accept_standard: '符合下列条件： （一）有茶园；     （二）有证。' }).conditions,
    ).toBe('符合下列条件：\n（一）有茶园；\n（二）有证。')
  })

  test('makes full-width digits half-width', () => {
    expect(rowOf({ accept_standard: '第１４２号令' }).conditions).toBe('第142号令')
  })

  test('says working days as people do', () => {
    expect(rowOf({ handle_time: '20(工作日)' }).statutoryTime).toBe('20个工作日')
    expect(rowOf({ handle_time: '90(自然日)' }).statutoryTime).toBe('90个自然日')
  })

  test('adds the variant to the name where the name lacks it', () => {
    expect(rowOf({ TASK_NAME: '茶园审批(延续)', subTaskName: '延续' }).name).toBe(
      '茶园审批（延续）',
    )
    expect(rowOf({ TASK_NAME: '茶园审批', subTaskName: '（企业）' }).name).toBe('茶园审批（企业）')
  })

  test('undoes brackets in brackets and quotes that close with an opening mark', () => {
    expect(rowOf({ TASK_NAME: '“一号窗口“查询(（企业）)', subTaskName: null }).name).toBe(
      '“一号窗口”查询（企业）',
    )
  })

  test('reads 无 for a list as no list', () => {
    expect(rowOf({ material_intro: '无' }).materials).toEqual([])
    expect(rowOf({ material_intro: ['身份证；', '身份证；', ''] }).materials).toEqual(['身份证'])
  })

  test('takes only addresses of the web for addresses', () => {
    expect(rowOf({ URL: 'javascript:alert(1)' }).address).toBe('')
    expect(rowOf({ URL: 'https://example.org/a?b=1' }).address).toBe('https://example.org/a?b=1')
  })

  test('names what is missing', () => {
    expect(readRow(line({ TASK_NAME: '无', DEPT_NAME: null }))).toEqual({
      error: '缺少 TASK_NAME、DEPT_NAME。Missing: TASK_NAME, DEPT_NAME.',
      ...{ code: 'A1', isObject: true },
    })
  })

  test('refuses a line that is no JSON', () => {
    expect(readRow('{"TASK_CODE":')).toEqual({
      ...{ error: '不是有效的 JSON。This is not valid JSON.', isObject: false },
    })
  })

  test('refuses a row whose cells are of another kind', () => {
    expect(readRow(line({ TASK_NAME: { zh: '茶' } }))).toEqual({
      ...{ error: '字段类型不正确：TASK_NAME。Of the wrong kind: TASK_NAME.', isObject: true },
    })
  })
})
