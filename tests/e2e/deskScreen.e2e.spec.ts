import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { foundCity } from '../int/city'
import { publish, text, type Entry } from '../int/entries'
import { answered, ask, askAndOpen, asksFor, openDesk } from './atDesk'
import { closeWindow, violationsOf } from './browser'

const screen = { viewport: { width: 1366, height: 768 } }
let entry: Entry

beforeAll(async () => {
  const city = await foundCity()
  const paragraphs = Array.from({ length: 30 }, (_, n) => `第${n + 1}步：带身份证到窗口办理。`)
  entry = await publish(city, city.bureau, { openToUnits: true, body: text(...paragraphs) })
}, 60_000)

const scrolled = (page: Page) => page.locator('.desk-entry').evaluate((pane) => pane.scrollTop)

describe('a long entry', () => {
  test('is paged through from the box, from its hit and in its pane, by keyboard alone', async () => {
    const page = await openDesk('/desk', { viewport: { width: 1366, height: 500 } })
    await askAndOpen(page, entry.title, entry.number)
    await page.focus('#desk-box')
    await page.keyboard.press('PageDown')
    const once = await scrolled(page)
    expect(once).toBeGreaterThan(100)
    await page.keyboard.press('PageUp')
    expect(await scrolled(page)).toBe(0)
    await page.focus('[data-hit][aria-current]')
    await page.keyboard.press('Space')
    expect(await scrolled(page)).toBe(once)
    await page.keyboard.press('ArrowRight')
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('desk-entry')
    await page.keyboard.press('Home')
    await page.waitForFunction(() => document.querySelector('.desk-entry')?.scrollTop === 0)
    // A browser that still glides to the top swallows the first of them.
    for (let press = 0; press < 30 && (await scrolled(page)) === 0; press += 1)
      await page.keyboard.press('ArrowDown')
    expect(await scrolled(page)).toBeGreaterThan(0)
    await page.keyboard.press('ArrowLeft')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-current'))).toBe(
      'true',
    )
    await closeWindow(page)
  })
})

describe('the tree', () => {
  const focused = (page: Page) =>
    page.evaluate(() => {
      const { ariaLevel, ariaExpanded, ariaPosInSet } = document.activeElement ?? {}
      return [ariaLevel, ariaPosInSet, ariaExpanded].join(' ')
    })

  test('answers the arrows, Home, End and Enter, and marks where one is', async () => {
    const page = await openDesk()
    await page.click('.desk-tree-toggle')
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('1 1 false')
    await page.keyboard.press('ArrowDown')
    expect(await focused(page)).toBe('1 2 false')
    await page.keyboard.press('ArrowRight')
    expect(await focused(page)).toBe('1 2 true')
    await page.keyboard.press('ArrowRight')
    expect(await focused(page)).toMatch(/^2 1/)
    await page.keyboard.press('ArrowLeft')
    expect(await focused(page)).toBe('1 2 true')
    await page.keyboard.press('ArrowLeft')
    expect(await focused(page)).toBe('1 2 false')
    await page.keyboard.press('End')
    const last = await page.locator('[role=treeitem]').count()
    expect(await page.evaluate(() => document.activeElement?.ariaSetSize)).toBe(String(last))
    await page.keyboard.press('Home')
    expect(await focused(page)).toBe('1 1 false')
    expect(await page.locator('[role=treeitem][tabindex="0"]').count()).toBe(1)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(/unit=.+category=/)
    await answered(page)
    expect(await page.evaluate(() => document.activeElement?.ariaSelected)).toBe('true')
    expect(await page.locator('[aria-selected=true]').count()).toBe(1)
    expect(await violationsOf(page, '.desk-tree')).toEqual([])
    // What one was in is open when it is shown anew.
    await page.click('.desk-tree-toggle')
    await page.click('.desk-tree-toggle')
    expect(await page.locator('[aria-selected=true]').count()).toBe(1)
    await closeWindow(page)
  })
})

describe('one screen of 1366 × 768', () => {
  const isWhole = (page: Page, part: string) =>
    page.locator(part).evaluateAll((all) => {
      const seen = all.filter((one) => {
        const { top, bottom, height } = one.getBoundingClientRect()
        return height > 0 && top >= 0 && bottom <= innerHeight
      })
      return seen.length
    })

  /** The demo city has a plan under way, which takes its room as long as it lasts. */
  const withoutPlan = (page: Page) =>
    page.addStyleTag({ content: '.active-plans { display: none }' })

  test('shows five hits and the filters in one line where no plan is under way, and suggestions cover none of them', async () => {
    const page = await openDesk('/desk', screen)
    await withoutPlan(page)
    await ask(page, '办理')
    await page.waitForSelector('[role=option]')
    await answered(page)
    expect(await isWhole(page, '[data-hit]')).toBeGreaterThanOrEqual(5)
    const tops = await page
      .locator('.desk-filters select')
      .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top)))
    expect(new Set(tops).size).toBe(1)
    const list = await page.locator('[role=listbox]').boundingBox()
    const filters = await page.locator('.desk-filters').boundingBox()
    expect((list?.y ?? 0) + (list?.height ?? 0)).toBeLessThanOrEqual(filters?.y ?? 0)
    await closeWindow(page)
  })

  test('has beside the box what is hot and new, and what one read and searched today, from the first', async () => {
    const page = await openDesk('/desk', screen)
    await askAndOpen(page, entry.title, entry.number)
    await page.keyboard.press('Escape')
    await page.locator('.desk-hot li').first().waitFor()
    const updates = page.getByRole('region', { name: '更新列表' })
    await updates.locator('li').first().waitFor()
    const read = page.getByRole('region', { name: '今天看过' })
    // It is on record a moment later.
    for (let look = 0; look < 40 && (await read.getByText(entry.title).count()) === 0; look += 1) {
      await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
      await read
        .getByText(entry.title)
        .waitFor({ timeout: 500 })
        .catch(() => undefined)
    }
    await page.fill('#desk-box', '')
    await page.getByRole('region', { name: '今天查过' }).getByText(entry.title).click()
    expect(await page.inputValue('#desk-box')).toBe(entry.title)
    await read.getByText(entry.title).click()
    await page.waitForSelector(`.desk-actions a[href="/e/${entry.number}"]`)
    await closeWindow(page)
  })

  test('folds the keys away in a corner', async () => {
    const page = await openDesk('/desk', screen)
    expect(await page.isVisible('.desk-keys dl')).toBe(false)
    await page.click('.desk-keys summary')
    expect(await page.textContent('.desk-keys dl')).toContain('翻看打开的内容')
    expect(await violationsOf(page, '.desk-header')).toEqual([])
    await closeWindow(page)
  })
})

describe('a connection that is lost', () => {
  test('is said, marks what is from before, and takes up again what was typed', async () => {
    const page = await openDesk('/desk', screen)
    await ask(page, '办理')
    await answered(page)
    await page.context().setOffline(true)
    await page.waitForSelector('.desk-lost')
    expect(await page.textContent('.desk-count')).toContain('断线前的结果')
    await ask(page, entry.title)
    await page.waitForSelector('.desk-found .warning')
    expect(await page.locator('[data-hit]').count()).toBe(0)
    expect(await violationsOf(page)).toEqual([])
    await page.context().setOffline(false)
    await page.waitForSelector(`[data-hit][href="/e/${entry.number}"]`)
    await page.locator('.desk-lost').waitFor({ state: 'detached' })
    expect(await page.inputValue('#desk-box')).toBe(entry.title)
    await closeWindow(page)
  })

  test('takes up an entry that could not be opened, too', async () => {
    const page = await openDesk('/desk', screen)
    await ask(page, entry.title)
    await page.waitForSelector(`[data-hit][href="/e/${entry.number}"] mark`)
    const isEntry = (url: URL) => url.pathname === `/api/entries/${entry.number}`
    await page.route(isEntry, (route) => route.abort())
    await page.click(`[data-hit][href="/e/${entry.number}"]`)
    await page.waitForSelector('.desk-lost')
    await page.unroute(isEntry)
    await page.waitForSelector('.desk-answer')
    await page.locator('.desk-lost').waitFor({ state: 'detached' })
    await closeWindow(page)
  })
})

test('what is asked of the server while one types is each question once', async () => {
  const page = await openDesk('/desk', screen)
  const asked: string[] = []
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (asksFor(entry.title)(url)) asked.push(url.search)
  })
  await ask(page, entry.title)
  await answered(page)
  await page.waitForSelector(`[data-hit][href="/e/${entry.number}"] mark`)
  expect(asked).toHaveLength(1)
  await closeWindow(page)
})
