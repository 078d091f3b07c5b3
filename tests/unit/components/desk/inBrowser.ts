import { afterAll, afterEach } from '@jest/globals'
import { Window } from 'happy-dom'
import type { ReactNode } from 'react'

const names = [
  'window',
  'document',
  'navigator',
  'HTMLElement',
  'Event',
  'KeyboardEvent',
  'CustomEvent',
  'MutationObserver',
]

/** A browser's window for what is tested here, before any of it is loaded. */
export function openWindow(url = 'http://zhiku.example/desk'): Window {
  const window = new Window({ url })
  for (const name of names) {
    const value: unknown = name === 'window' ? window : Reflect.get(window, name)
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })
  }
  // Jest takes apart what it finds, and a document that is still being loaded it cannot.
  afterAll(async () => {
    await window.happyDOM.waitUntilComplete()
    for (const name of names) Reflect.deleteProperty(globalThis, name)
  })
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true)
  return window
}

const shown: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of shown.splice(0)) await end()
})

/** Shows it on the page; what is returned shows it as it is now. */
export async function show(of: () => ReactNode): Promise<() => Promise<void>> {
  const { act } = await import('react')
  const { createRoot } = await import('react-dom/client')
  const place = document.createElement('div')
  document.body.append(place)
  const root = createRoot(place)
  const again = () => act(async () => root.render(of()))
  shown.push(async () => {
    await act(async () => root.unmount())
    place.remove()
  })
  await again()
  return again
}

/** What a hook answers, now and after each change. */
export async function use<T>(hook: () => T) {
  const { createElement } = await import('react')
  const seen: { now?: T } = {}
  function Using() {
    seen.now = hook()
    return null
  }
  const again = await show(() => createElement(Using))
  return { of: () => seen.now as T, again }
}

/** Does something of which the page hears. */
export async function doing(act: () => unknown): Promise<void> {
  const react = await import('react')
  await react.act(async () => void (await act()))
}
