import { describe, expect, it } from '@jest/globals'
import {
  chosenOf,
  isTooBig,
  overwriteSent,
  planSentBy,
  stepOf,
  willHappen,
  type Batch,
} from '@/components/admin/importing/batches'
import { templateOf } from '@/components/admin/importing/template'
import { importPageTexts } from '@/i18n/importPage'
import { recognise } from '@/workflow/importing/sheetFields'

const unit = { unit: 'u1', name: '市税务局' }
const batch = {
  columns: [
    { heading: '问题', field: 'title', samples: [] },
    { heading: '备注', field: null, samples: [] },
  ],
  unitsAsked: [
    { name: '税局', rows: 3, answer: unit, nearest: [] },
    { name: '新局', rows: 1, answer: 'make' as const, nearest: [] },
    { name: '旧局', rows: 1, answer: null, nearest: [] },
  ],
  options: { submit: true, openToUnits: 'sheet' as const, openToPublic: 'no' as const },
  counts: { new: 3, changed: 2, unchanged: 5, refused: 1, differs: 4, done: 0, failed: 0 },
} as unknown as Batch

describe('what is chosen before the dry run', () => {
  it('is sent as it was answered, and of a unit without an answer nothing is sent', () => {
    expect(planSentBy(chosenOf(batch))).toEqual({
      columns: { 问题: 'title', 备注: null },
      units: { 税局: { unit: 'u1' }, 新局: 'make' },
      options: batch.options,
    })
  })
})

describe('what people changed', () => {
  it('is written over only where that is chosen', () => {
    expect(overwriteSent([])).toBe('none')
    expect(overwriteSent([3, 7])).toEqual([3, 7])
    expect(overwriteSent('all')).toBe('all')
  })

  it('is told in numbers before anything is written, and none of what is none', () => {
    const texts = importPageTexts.zh
    const all = ['新建 3 条', '更新 2 条', '覆盖已有人修改的 2 条', '保留现有内容 2 条']
    const rest = ['无变化 5 条，不写入', '不能导入 1 行，不写入', '新建单位：新局']
    expect(willHappen(batch, [3, 7], texts)).toEqual([...all, ...rest])
    expect(willHappen(batch, 'all', texts)).not.toContain('保留现有内容 0 条')
  })
})

describe('a file', () => {
  it('of 20 MB is taken, a larger one is not', () => {
    expect(isTooBig({ size: 20 * 1024 * 1024 })).toBe(false)
    expect(isTooBig({ size: 20 * 1024 * 1024 + 1 })).toBe(true)
  })
})

describe('the way of a batch', () => {
  it('begins with its columns and ends with its result', () => {
    const states = [
      'read',
      'planning',
      'planned',
      'running',
      'stopped',
      'done',
      'takenBack',
    ] as const
    expect(states.map((state) => stepOf({ state }))).toEqual([1, 2, 2, 3, 3, 4, 4])
  })
})

describe('the template', () => {
  it('has headings all of which are known, and an example for each', () => {
    const text = decodeURIComponent(templateOf('市"一"局').split(',').slice(1).join(','))
    expect(text.startsWith('\ufeff')).toBe(true)
    const [head = '', example = ''] = text.slice(1).split('\r\n')
    const headings = head.slice(1, -1).split('","')
    expect(headings).toHaveLength(10)
    expect(Object.values(recognise('knowledge', headings))).not.toContain(null)
    expect(example.split('","')).toHaveLength(10)
    expect(example).toContain('市""一""局')
  })
})
