import { expect, it, jest } from '@jest/globals'
import { doing, openWindow, show } from './inBrowser'

openWindow()
const { createElement } = await import('react')
const { NoteOfAnswer } = await import('@/components/desk/NoteOfAnswer')

it.each([
  ['连不上服务器', () => Promise.reject(new Error('offline'))],
  ['服务器出错', () => Promise.resolve(new Response('', { status: 500 }))],
  ['登录已过期', () => Promise.resolve(new Response('', { status: 401 }))],
])('a note that was not copied says why: %s', async (words, answer) => {
  globalThis.fetch = jest.fn(answer)
  await show(() => createElement(NoteOfAnswer, { language: 'zh', number: 'ZS1' }))
  await doing(() => document.querySelector('button')?.click())
  await doing(() => new Promise(setImmediate))
  expect(document.querySelector('[role=status]')?.textContent).toContain(words)
})
