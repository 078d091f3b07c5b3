import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { as, baseUrl } from '../server/people'
import { closeWindow, openLive, openPage, phone, standsStill, violationsOf } from './browser'
import { demoEntry } from './demoEntries'

let open: Awaited<ReturnType<typeof demoEntry>>

beforeAll(async () => {
  open = await demoEntry({ isOpen: true })
})

const excessOf = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Presses Tab until the field of this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let time = 0; time < 20; time += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('name'))
    if (focused === name) return
  }
  throw new Error(`Tab does not lead to ${name}.`)
}

describe('an agent, by keyboard alone', () => {
  test('types, chooses a suggestion, narrows, opens, and copies the answer to read aloud', async () => {
    const permissions = ['clipboard-read', 'clipboard-write']
    const page = await openPage({ as: 'agent', permissions })
    await openLive(page, '/desk', '#desk-box')
    await page.keyboard.type(open.title.slice(0, -2))
    // What the first letters suggested goes first.
    await page.waitForSelector(`[role=option] > span:text-is("${open.title}")`)
    expect(await page.getAttribute('#desk-box', 'aria-expanded')).toBe('true')
    expect(await violationsOf(page, '.suggesting')).toEqual([])

    const options = await page.locator('[role=option] > span').allTextContents()
    for (let step = 0; step <= options.indexOf(open.title); step += 1) {
      await page.keyboard.press('ArrowDown')
    }
    expect(await page.textContent('[aria-selected=true] > span')).toBe(open.title)
    await page.keyboard.press('Enter')
    expect(await page.inputValue('#desk-box')).toBe(open.title)
    expect(await page.locator('[role=option]').count()).toBe(0)
    await page.waitForSelector(`[data-hit][href="/e/${open.number}"] mark`)

    await tabTo(page, 'category')
    const counted = await page.locator('select[name=category] option').allTextContents()
    expect(counted.slice(1).every((name) => /（\d+）$/.test(name))).toBe(true)
    const keys = page.locator('select[name=category] option')
    const values = await keys.evaluateAll((all) => all.map((each) => each.getAttribute('value')))
    for (let step = 0; step < values.indexOf(open.category?.key ?? ''); step += 1) {
      await page.keyboard.press('ArrowDown')
    }
    await page.waitForURL(`**category=${open.category?.key}**`)
    await page.waitForSelector('.desk-found[aria-busy=false]')

    await page.focus('#desk-box')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.desk-answer')
    await page.keyboard.press('a')
    await page.waitForSelector('.toast[data-shown]')
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toMatch(/^问：.+\n答：.+/)
    expect(copied).toContain('责任单位：')
    await closeWindow(page)
  })

  test('Escape closes the suggestions and keeps the words; Enter then opens the first hit', async () => {
    const page = await openPage({ as: 'agent' })
    await openLive(page, '/desk', '#desk-box')
    const typed = open.title.slice(0, -2)
    await page.keyboard.type(typed)
    await page.waitForSelector('[role=option]')
    await page.keyboard.press('Escape')
    expect(await page.locator('[role=option]').count()).toBe(0)
    expect(await page.inputValue('#desk-box')).toBe(typed)
    await page.keyboard.press('Enter')
    await page.waitForSelector('.desk-answer')
    await closeWindow(page)
  })
})

describe('an address of the desk', () => {
  test('shows a colleague the same, already before any script runs', async () => {
    const path = `/desk?q=${encodeURIComponent(open.title)}&library=knowledge&freshness=365`
    const plain = await openPage({ as: 'agent', javaScriptEnabled: false })
    await plain.goto(path)
    expect(await plain.locator(`[data-hit][href="/e/${open.number}"]`).count()).toBe(1)
    await closeWindow(plain)
    const page = await openPage({ as: 'agent' })
    await openLive(page, path, '#desk-box')
    expect(new URL(page.url()).search).toContain('library=knowledge&freshness=365')
    await page.click('.desk-filters .plain')
    await page.waitForURL((url) => !url.search.includes('library'))
    await closeWindow(page)
  })

  test.each([
    ['nobody, unless the centre lists the origin', false],
    ['an origin that the centre listed, with the session of the agent', true],
  ])('is framed by %s', async (_, isListed) => {
    const outer = createServer((_req, res) => {
      res.setHeader('content-type', 'text/html')
      res.end(`<iframe src="${baseUrl}/desk?q=x" width="800" height="600"></iframe>`)
    })
    await new Promise<void>((ready) => outer.listen(0, '127.0.0.1', ready))
    const origin = `http://127.0.0.1:${(outer.address() as AddressInfo).port}`
    const centre = await as('centre')
    const list = async (embedOrigins: object[]) => {
      await centre.post('/api/globals/settings', { embedOrigins })
      await pause(5_500)
    }
    if (isListed) await list([{ origin }])
    const page = await openPage({ as: 'agent' })
    await page.goto(origin)
    await standsStill(page)
    const frame = page.frames().find((each) => each !== page.mainFrame())
    expect(await frame?.locator('#desk-box').count()).toBe(isListed ? 1 : 0)
    await closeWindow(page)
    if (isListed) await list([])
    outer.close()
  })
})

describe('the centre', () => {
  test('sees why a hit is where it is, and nobody else is offered it', async () => {
    const path = `/desk?q=${encodeURIComponent(open.title)}`
    const page = await openPage({ as: 'centre' })
    await openLive(page, path, '#desk-box')
    await page.click('text=为什么排在这里')
    // While they are asked for, what was found stands pale.
    await page.waitForSelector('.why')
    await page.waitForSelector('.desk-found[aria-busy=false]')
    expect(await violationsOf(page)).toEqual([])
    await closeWindow(page)
    const other = await openPage({ as: 'agent' })
    await openLive(other, path, '#desk-box')
    expect(await other.locator('text=为什么排在这里').count()).toBe(0)
    await closeWindow(other)
  })
})

describe('a citizen', () => {
  test('narrows by counts and clears it again without JavaScript', async () => {
    const page = await openPage({ javaScriptEnabled: false })
    await page.goto(`/search?q=${encodeURIComponent(open.title.slice(0, 4))}`)
    const link = page.locator(`.chips a[href*="category=${open.category?.key}"]`)
    const count = Number((await link.locator('.count').textContent())?.trim())
    await link.click()
    expect(await page.textContent('.results-head .quiet')).toContain(`${count} 条`)
    await page.click('text=清除筛选')
    expect(new URL(page.url()).search).not.toContain('category')
    await closeWindow(page)
  })

  test('is suggested titles, and a chosen one is searched for', async () => {
    const page = await openPage()
    await openLive(page, '/', '#q')
    await page.click('#q')
    await page.keyboard.type(open.title.slice(0, -2))
    // What the first letters suggested goes first.
    await page.waitForSelector(`[role=option] > span:text-is("${open.title}")`)
    await page.click(`[role=option]:has-text("${open.title}")`)
    await page.waitForURL('**/search?**')
    expect(new URL(page.url()).searchParams.get('q')).toBe(open.title)
    await closeWindow(page)
  })
})

describe('results', () => {
  test.each([
    ['a desk', { width: 1280, height: 800 }],
    ['a phone', phone],
  ])('stay within %s, and axe has nothing to say, in both languages', async (_, viewport) => {
    for (const language of ['zh', 'en']) {
      const page = await openPage({ as: 'centre', viewport })
      await page.goto(`/language/${language}`)
      const q = encodeURIComponent(open.title.slice(0, 4))
      for (const path of [`/search?q=${q}`, `/search?q=${q}&freshness=365`, `/desk?q=${q}`]) {
        await page.goto(path)
        expect(await violationsOf(page)).toEqual([])
        expect(await excessOf(page)).toBe(0)
      }
      await closeWindow(page)
    }
  })
})
