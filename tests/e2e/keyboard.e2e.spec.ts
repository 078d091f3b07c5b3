import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { answered, openDesk } from './atDesk'
import { closeWindow, openLive, openPage, phone } from './browser'
import { contrastOf } from './contrast'
import { demoEntry } from './demoEntries'

let open: Awaited<ReturnType<typeof demoEntry>>

beforeAll(async () => {
  open = await demoEntry({ isOpen: true })
})
const focusedId = (page: Page) => page.evaluate(() => document.activeElement?.id)

describe('the key to the box', () => {
  test('leads there from anywhere at the desk, and writes nothing', async () => {
    const page = await openDesk(`/desk?q=${encodeURIComponent(open.title)}`)
    await page.click(`[data-hit][href="/e/${open.number}"]`)
    await page.waitForSelector('.desk-answer')
    await page.click('.desk-tree-toggle')
    const places = [
      ...[
        '.desk-header nav a',
        '.desk-tree-toggle',
        '.desk-tree [role=treeitem][tabindex="0"]',
        '.desk-filters select',
      ],
      ...['[data-hit]', '.desk-entry', '.desk-copy', '.desk-entry .facts a'],
    ]
    for (const place of places) {
      await page.focus(place)
      await page.keyboard.press('/')
      expect([place, await focusedId(page)]).toEqual([place, 'desk-box'])
    }
    expect(await page.inputValue('#desk-box')).toBe(open.title)
    await page.keyboard.press('End')
    await page.keyboard.type('/')
    expect(await page.inputValue('#desk-box')).toBe(`${open.title}/`)
    await closeWindow(page)
  })

  test('leads there from an entry that covers the box', async () => {
    const page = await openDesk(`/desk?entry=${open.number}`, { viewport: phone })
    await page.waitForSelector('.desk-answer')
    await page.focus('.desk-entry')
    await page.keyboard.press('/')
    expect(await focusedId(page)).toBe('desk-box')
    expect(await page.isVisible('#desk-box')).toBe(true)
    await closeWindow(page)
  })
})

describe('Tab', () => {
  test('goes along the desk as one reads it: head, plans, tree, box, phrases, filters, what is pushed, hits, entry', async () => {
    const page = await openDesk(`/desk?q=${encodeURIComponent(open.title)}`)
    await page.click(`[data-hit][href="/e/${open.number}"]`)
    await page.waitForSelector('.desk-answer')
    const stops = await alongTabs(page)
    const parts = stops.map(({ part }) => part)
    expect(parts.filter((part, at) => part !== parts[at - 1])).toEqual([
      ...['.desk-header', '.active-plans', '.desk-tree', 'form', '.desk-phrases'],
      ...['.desk-filters', '.pushed-line', '.desk-found', '.desk-entry'],
    ])
    await closeWindow(page)
  })

  const pages: [string, () => string, string, string?][] = [
    ['the first page', () => '/', '#q'],
    ['results', () => `/search?q=${encodeURIComponent(open.title.slice(0, 4))}`, '#q'],
    ['an entry', () => `/e/${open.number}`, 'body'],
    ['a unit', () => `/units/${open.unit.id}`, '#q'],
    ['the sign-in', () => '/login', 'form.account'],
    [
      'the desk',
      () => `/desk?q=${encodeURIComponent(open.title.slice(0, 4))}`,
      '#desk-box',
      'agent',
    ],
    ['an entry at the desk', () => `/desk?entry=${open.number}`, '.desk-answer', 'agent'],
  ]

  test.each(pages)('shows where it is at every stop on %s', async (...given) => {
    const [, address, alive, as] = given
    for (const viewport of [{ width: 1366, height: 768 }, phone]) {
      const page = await openPage({ as, viewport })
      if (alive === 'body') await page.goto(address())
      else await openLive(page, address(), alive)
      if (as) await answered(page)
      const stops = await alongTabs(page)
      expect(stops.length).toBeGreaterThan(3)
      expect(stops.filter(({ ring, isInView }) => ring < 3 || !isInView)).toEqual([])
      await closeWindow(page)
    }
  })
})

/** From the top of the page, each stop of the Tab key once, as it looks while it has the focus. */
async function alongTabs(page: Page) {
  await page.evaluate(() => {
    // What was clicked last is where Tab goes on from, unless something else has the focus.
    document.body.tabIndex = -1
    document.body.focus()
    document.body.removeAttribute('tabindex')
  })
  const stops = []
  for (let step = 0; step < 200; step += 1) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(() => {
      const element = document.activeElement
      if (!element || element === document.body || element.hasAttribute('data-seen')) return null
      element.setAttribute('data-seen', '')
      const parts = [
        '.desk-header',
        '.desk-tree',
        '.desk-filters',
        '.desk-found',
        '.desk-entry',
      ].concat('.desk-phrases', '.active-plans', '.pushed-line')

      const { top, bottom, left, right } = element.getBoundingClientRect()
      return {
        part:
          parts.find((part) => element.closest(part)) ?? (element.closest('form') ? 'form' : ''),
        name: element.textContent.trim().slice(0, 30),
        isInView: bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
      }
    })
    if (!stop) return stops
    const { ring } = await contrastOf(page, ':focus')
    stops.push({ ...stop, ring })
  }
  throw new Error('Tab never comes to an end.')
}
