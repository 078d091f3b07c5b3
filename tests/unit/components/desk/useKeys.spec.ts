import { beforeEach, describe, expect, it, jest } from '@jest/globals'
import { openWindow, use } from './inBrowser'

openWindow()
const { createRef } = await import('react')
const { useKeys } = await import('@/components/desk/useKeys')

const press = (key: string) =>
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))

describe('keys of the desk', () => {
  beforeEach(() => document.body.replaceChildren())

  it('do nothing behind an open dialog, also where none of its fields has the focus', async () => {
    const g = jest.fn()
    await use(() =>
      useKeys({ box: createRef(), list: createRef(), acts: { g }, onBack: () => undefined }),
    )
    press('g')
    expect(g).toHaveBeenCalledTimes(1)
    const dialog = document.createElement('dialog')
    document.body.append(dialog)
    dialog.showModal()
    press('g')
    expect(g).toHaveBeenCalledTimes(1)
    dialog.close()
    press('g')
    expect(g).toHaveBeenCalledTimes(2)
  })
})
