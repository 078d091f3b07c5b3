import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { ask, askAndOpen, asksFor, answered, before, clipboardOf, hold, openDesk } from './atDesk'
import { entriesOf, press } from './atDesk'
import { closeWindow, phone } from './browser'

let entry: Awaited<ReturnType<typeof entriesOf>>[number]
let other: typeof entry

beforeAll(async () => {
  const all = await entriesOf('knowledge')
  const [first, second] = all.filter(({ category }) => category?.key !== 'details')
  if (!first || !second) throw new Error('The demo city has no two answers.')
  ;[entry, other] = [first, second]
})
const opened = (page: Page) => page.locator('.desk-answer').count()
const firstHit = (page: Page) => page.locator('[data-hit]').first().getAttribute('href')

describe('the question of the next caller', () => {
  test('takes the open entry away before anything of it can be copied', async () => {
    const page = await openDesk()
    await askAndOpen(page, entry.title, entry.number)
    await ask(page, other.title)
    expect(await opened(page)).toBe(0)
    expect(new URL(page.url()).searchParams.get('entry')).toBeNull()
    for (const key of ['c', 'a']) expect(await press(page, key)).toContain('没有复制')
    expect(await clipboardOf(page)).toBe(before)
    await closeWindow(page)
  })

  test('is also what one only goes on typing, or narrows', async () => {
    const page = await openDesk()
    await askAndOpen(page, entry.title, entry.number)
    await page.focus('#desk-box')
    await page.keyboard.press('End')
    await page.keyboard.type('?')
    await page.waitForSelector('.desk-resting')
    expect(await opened(page)).toBe(0)
    await askAndOpen(page, entry.title, entry.number)
    await page.selectOption('select[name=library]', 'knowledge')
    await page.waitForSelector('.desk-resting')
    expect(await opened(page)).toBe(0)
    await closeWindow(page)
  })

  test('shows no hit of the question before as its own, and opens none', async () => {
    const page = await openDesk()
    await askAndOpen(page, entry.title, entry.number)
    const release = await hold(page, asksFor(other.title))
    await ask(page, other.title)
    await page.waitForSelector('.desk-found[aria-busy=true] ol[inert]')
    await page.locator('[data-hit]').first().click({ force: true, noWaitAfter: true })
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await opened(page)).toBe(0)
    release()
    await answered(page)
    expect(await firstHit(page)).toBe(`/e/${other.number}`)
    await closeWindow(page)
  })

  test('opens its first hit where Enter came before the answer', async () => {
    const page = await openDesk()
    const release = await hold(page, asksFor(entry.title))
    await ask(page, entry.title)
    await page.keyboard.press('Enter')
    release()
    await page.waitForSelector(`.desk-actions a[href="/e/${entry.number}"]`)
    await closeWindow(page)
  })

  test('opens nothing where one typed on after Enter', async () => {
    const page = await openDesk()
    const release = await hold(page, asksFor(entry.title))
    await ask(page, entry.title)
    await page.keyboard.press('Enter')
    await ask(page, other.title)
    await page.waitForSelector(`[data-hit][href="/e/${other.number}"] mark`)
    release()
    await answered(page)
    expect(await opened(page)).toBe(0)
    await closeWindow(page)
  })

  test('keeps its answer when an older one arrives late', async () => {
    const page = await openDesk()
    const release = await hold(page, asksFor(entry.title))
    const asked = page.waitForRequest((request) => asksFor(entry.title)(new URL(request.url())))
    await ask(page, entry.title)
    const late = await asked
    await ask(page, other.title)
    await page.waitForSelector(`[data-hit][href="/e/${other.number}"] mark`)
    release()
    expect(await late.response().catch(() => null)).toBeNull()
    expect(await firstHit(page)).toBe(`/e/${other.number}`)
    await closeWindow(page)
  })

  test('shows nothing of the one before where the server is out of reach, and says so', async () => {
    const page = await openDesk()
    await askAndOpen(page, entry.title, entry.number)
    const isOther = asksFor(other.title)
    await page.route(isOther, (route) => route.abort())
    await ask(page, other.title)
    const warning = page.locator('.desk-found .warning')
    await warning.waitFor()
    expect(await warning.textContent()).toContain('连不上服务器')
    expect(await page.locator('[data-hit]').count()).toBe(0)
    expect(await page.locator('.desk-none').count()).toBe(0)
    expect(await page.textContent('.desk-lost')).toContain('您输入的内容都在')
    // Nobody presses anything: it is asked again until it is answered.
    await page.unroute(isOther)
    await page.waitForSelector(`[data-hit][href="/e/${other.number}"]`)
    await page.locator('.desk-lost').waitFor({ state: 'detached' })
    expect(await page.inputValue('#desk-box')).toBe(other.title)
    await closeWindow(page)
  })

  test('begins at the top of the list', async () => {
    const page = await openDesk('/desk', { viewport: { width: 1366, height: 600 } })
    const scrolled = () => page.locator('.desk-found').evaluate(({ scrollTop }) => scrollTop)
    await page.locator('[data-hit]').last().scrollIntoViewIfNeeded()
    expect(await scrolled()).toBeGreaterThan(0)
    await ask(page, '办理')
    await answered(page)
    expect(await scrolled()).toBe(0)
    await closeWindow(page)
  })
})

describe('Escape', () => {
  test('closes the entry and leaves what was typed, at the desk', async () => {
    const page = await openDesk()
    await askAndOpen(page, entry.title, entry.number)
    await page.focus('#desk-box')
    for (const open of [0, 0]) {
      await page.keyboard.press('Escape')
      expect(await page.inputValue('#desk-box')).toBe(entry.title)
      expect(await opened(page)).toBe(open)
    }
    await closeWindow(page)
  })

  test('leaves what a citizen typed', async () => {
    const page = await openDesk('/desk')
    await page.goto('/')
    await page.fill('#q', '居住证')
    for (const _ of [1, 2]) await page.press('#q', 'Escape')
    expect(await page.inputValue('#q')).toBe('居住证')
    await closeWindow(page)
  })
})

describe('another entry', () => {
  test('is read from its top', async () => {
    const page = await openDesk('/desk', { viewport: { width: 1366, height: 420 } })
    const pane = page.locator('.desk-entry')
    await page.click('[data-hit] >> nth=0')
    await page.waitForSelector('.desk-answer')
    await pane.evaluate((element) => element.scrollTo({ top: 200 }))
    expect(await pane.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0)
    await page.click('[data-hit] >> nth=1')
    await page.waitForSelector('.desk-answer')
    expect(await pane.evaluate(({ scrollTop }) => scrollTop)).toBe(0)
    await closeWindow(page)
  })

  test('is read from its top on a phone, and the way back leads to the hit it was', async () => {
    const page = await openDesk('/desk', { viewport: phone })
    const hit = page.locator('[data-hit]').nth(9)
    const address = await hit.getAttribute('href')
    await hit.scrollIntoViewIfNeeded()
    await hit.click()
    await page.waitForSelector('.desk-title')
    const { y = -1 } = (await page.locator('.desk-back').boundingBox()) ?? {}
    expect(y).toBeGreaterThanOrEqual(0)
    expect(y).toBeLessThan(phone.height / 2)
    await page.click('.desk-back')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(address)
    await closeWindow(page)
  })
})
