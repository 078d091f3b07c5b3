import { describe, expect, test } from '@jest/globals'
import type { Payload } from 'payload'
import type { TreeUnit } from '@/reading/readTree'
import { unitConcerned } from '@/reading/unitConcerned'

const groups = [{ id: 'one', kind: 'synonyms', words: ['医疗保障局', '医保局'] }]
const payload = {
  db: { readRows: async () => [], countGroups: async () => [] },
  find: async () => ({ docs: groups }),
} as unknown as Payload

const unit = (id: string, name: string, units: TreeUnit[] = []) =>
  ({ id, name, units }) as unknown as TreeUnit

const units = [
  unit('yb', '云澜市医疗保障局'),
  unit('mz', '云澜市民政局'),
  unit('sd', '石渡县', [
    unit('sd-office', '石渡县人民政府办公室'),
    unit('sd-town', '城关镇人民政府'),
  ]),
  unit('qx', '青溪县', [
    unit('qx-mz', '青溪县民政局'),
    unit('qx-yb', '青溪县医疗保障局'),
    unit('qx-office', '青溪县人民政府办公室'),
    unit('qx-town', '城关镇人民政府'),
  ]),
]
const hits = (...ids: string[]) => ids.map((id) => ({ unit: { id, name: id, above: null } }))

const concerned = async (words: string, ...ids: string[]) =>
  (await unitConcerned({ payload, units, words, hits: hits(...ids) }))?.id ?? null

describe('the unit an unanswered question is probably for', () => {
  test('is the one it names, in short and by another word too', async () => {
    expect(await concerned('民政局管收养吗', 'yb', 'yb', 'yb')).toBe('mz')
    expect(await concerned('医保局周末上班吗')).toBe('yb')
  })

  test.each([
    ['青溪县民政局电话', 'qx-mz'],
    ['云澜市民政局电话', 'mz'],
    ['云澜市青溪县民政局电话', 'qx-mz'],
    ['石渡县人民政府办公室', 'sd-office'],
    ['青溪县人民政府办公室在哪', 'qx-office'],
    ['青溪的民政局管收养吗', 'qx-mz'],
    ['青溪县医保局周末上班吗', 'qx-yb'],
    ['青溪县城关镇人民政府', 'qx-town'],
    ['石渡县民政局电话', 'mz'],
    ['石渡县怎么办低保', 'sd'],
  ])('is that of the county it names: %s', async (words, id) => {
    expect(await concerned(words)).toBe(id)
  })

  test('is the one that most of the first hits are of where none is named', async () => {
    expect(await concerned('收养怎么登记', 'mz', 'yb', 'mz', 'mz', 'yb')).toBe('mz')
    expect(await concerned('收养怎么登记', 'yb', 'qx', 'qx-mz', 'mz', 'mz', 'mz')).toBeNull()
  })

  test('is not guessed where nothing tells', async () => {
    expect(await concerned('收养怎么登记')).toBeNull()
  })
})
