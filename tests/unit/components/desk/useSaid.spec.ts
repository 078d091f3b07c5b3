import { afterEach, describe, expect, it, jest } from '@jest/globals'
import { doing, openWindow, show, use } from './inBrowser'

openWindow()
const { createElement } = await import('react')
const { useSaid } = await import('@/components/desk/useSaid')
const { Toast } = await import('@/components/desk/Toast')

afterEach(() => {
  jest.useRealTimers()
})

describe('what was just done', () => {
  it('is offered to be taken back for as long as it can, the last first', async () => {
    jest.useFakeTimers()
    const said = await use(useSaid)
    const undone: string[] = []
    const offer = (words: string) =>
      doing(() => said.of().offer({ words, undo: () => undone.push(words) }))
    await offer('first')
    await doing(() => jest.advanceTimersByTime(4_000))
    await offer('second')
    await doing(() => said.of().undo?.())
    expect(said.of().offered).toBe('first')
    await doing(() => said.of().undo?.())
    expect(undone).toEqual(['second', 'first'])
    expect(said.of().undo).toBeNull()
    await offer('third')
    await doing(() => jest.advanceTimersByTime(4_000))
    await offer('fourth')
    await doing(() => jest.advanceTimersByTime(6_000))
    expect(said.of().offered).toBe('fourth')
    await doing(() => said.of().undo?.())
    expect(said.of().undo).toBeNull()
  })

  it('stands once where it is said again while it is offered', async () => {
    const words = { said: '已记录', offered: '已记录' }
    await show(() => createElement(Toast, { ...words, language: 'zh', undo: () => undefined }))
    expect(document.querySelectorAll('.toast span')).toHaveLength(1)
  })
})
