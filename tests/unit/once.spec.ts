import { expect, jest, test } from '@jest/globals'
import { once } from '@/once'

test('what is kept once is made once, also where a bundle holds the module twice', async () => {
  const mine = once('test', () => ({ count: 1 }))
  jest.resetModules()
  const again = await import('@/once')
  expect(again.once).not.toBe(once)
  expect(again.once('test', () => ({ count: 2 }))).toBe(mine)
  expect(once('another', () => ({ count: 3 })).count).toBe(3)
})

test('what server.mjs has left under the name is taken', () => {
  const left = { count: 0 }
  Object.assign(globalThis, { [Symbol.for('zhiku.left')]: left })
  expect(once('left', () => ({ count: 1 }))).toBe(left)
})
