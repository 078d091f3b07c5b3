import { describe, expect, it } from '@jest/globals'
import { emptyQuestion } from '@/components/desk/deskQuestion'
import { noteSeen, noteTold, noteWritten, type Call } from '@/components/desk/calls'
import type { Entry } from '@/reading/readEntry'
import { doing, openWindow, show } from './inBrowser'

openWindow()
const { createElement } = await import('react')
const { EndCall } = await import('@/components/desk/EndCall')

const entry = (number: string) =>
  ({ number, revision: 1, title: `${number}怎么办？`, summary: `${number}到窗口办` }) as Entry
const begun: Call = {
  ...{ id: 'a', at: '2026-12-01T02:00:00.000Z', number: null, district: '' },
  shown: { question: emptyQuestion, entry: null, search: null },
  ...{ asked: [], seen: [], notes: [] },
}
const one = entry('ZS000001')
const other = entry('ZS000002')

async function ending(call: Call) {
  let now = call
  const again = await show(() =>
    createElement(EndCall, {
      ...{ language: 'zh', call: now, onStay: () => undefined, onEnd: () => undefined },
    }),
  )
  const boxes = () => [...document.querySelectorAll<HTMLInputElement>('[type=checkbox]')]
  return {
    ticks: () => boxes().map(({ checked }) => checked),
    click: (at: number) => doing(() => boxes()[at]?.click()),
    record: () => document.querySelector('textarea')?.value ?? '',
    change: (changed: Call) => {
      now = changed
      return again()
    },
  }
}

describe('the record of a call that ends', () => {
  it('ticks what is marked while one looks at it, but not what was taken off by hand', async () => {
    const seen = noteSeen(noteSeen(begun, one), other)
    const end = await ending(seen)
    expect(end.ticks()).toEqual([false, false])
    await end.change(noteTold(seen, one, 'used'))
    expect(end.ticks()).toEqual([true, false])
    expect(end.record()).toContain('ZS000001')
    await end.click(0)
    await end.change(noteTold(noteTold(seen, one, 'used'), one, 'note'))
    expect(end.ticks()).toEqual([false, false])
  })

  it('is copied from within the dialog where the clipboard is missing: behind it nothing takes the focus', async () => {
    const copied: (string | null | undefined)[] = []
    const execCommand = () => {
      const area = document.activeElement as HTMLTextAreaElement | null
      copied.push(area?.closest('dialog') && area.value)
      return true
    }
    Object.assign(document, { execCommand })
    const end = await ending(noteWritten(begun, '三方'))
    await doing(() => document.querySelector<HTMLElement>('[type=submit]')?.click())
    expect(copied).toEqual([end.record()])
  })

  it('leaves out a note that is taken off', async () => {
    const end = await ending(
      noteWritten(noteWritten(begun, '知识库无此内容，转（市民政局）'), '三方'),
    )
    expect(end.record()).toBe('知识库无此内容，转（市民政局）\n三方')
    await end.click(0)
    expect(end.record()).toBe('三方')
    await end.click(1)
    expect(end.record()).toBe('')
    expect(document.body.textContent).toContain('不会生成话务记录')
  })
})
