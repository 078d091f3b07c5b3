import { expect, it, jest } from '@jest/globals'
import type { Call } from '@/components/desk/calls'
import { emptyQuestion } from '@/components/desk/deskQuestion'
import type { TreeUnit } from '@/reading/readTree'
import { doing, openWindow, show } from './inBrowser'

const window = openWindow()
const { createElement, Fragment } = await import('react')
const { CallBar } = await import('@/components/desk/CallBar')

const district = (id: string, name: string): TreeUnit => ({
  ...{ id, name, kind: 'region', form: null, isCentre: false, count: 0, hotspots: null },
  ...{ categories: [], units: [] },
})
const units = [district('cg', '城关区'), district('qs', '青山县'), district('xs', '新市')]
const call: Call = {
  ...{ id: 'a', at: '2026-12-01T02:00:00.000Z', number: null, district: '' },
  shown: { question: emptyQuestion, entry: null, search: null },
  ...{ asked: [], seen: [], notes: [] },
}
const onDistrict = jest.fn()
const nothing = () => undefined
const bar = (id: string) =>
  createElement(CallBar, {
    ...{ key: id, language: 'zh', units, calls: [call], call, onDistrict },
    ...{ onTurn: nothing, onEnd: nothing },
  })
const press = (list: number, key: string) =>
  doing(() =>
    document
      .querySelectorAll('select')
      [list]?.dispatchEvent(new window.KeyboardEvent('keydown', { key, bubbles: true }) as never),
  )

it('a letter steps through the districts, with Caps Lock on as well, and is not the choice yet', async () => {
  await show(() => bar('one'))
  await press(0, 'Q')
  expect(onDistrict.mock.calls).toEqual([['qs', false]])
})

it('letters typed in one list are none of the next', async () => {
  await show(() => createElement(Fragment, null, bar('one'), bar('other')))
  onDistrict.mockClear()
  await press(0, 'q')
  await press(1, 'x')
  expect(onDistrict.mock.calls).toEqual([
    ['qs', false],
    ['xs', false],
  ])
})
