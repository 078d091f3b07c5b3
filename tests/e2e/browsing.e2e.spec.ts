import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { closeWindow, openLive, openPage, phone } from './browser'
import { demoEntry } from './demoEntries'

let open: Awaited<ReturnType<typeof demoEntry>>

beforeAll(async () => {
  open = await demoEntry({ isOpen: true })
})

const resultsOf = (words: string) => `/search?q=${encodeURIComponent(words)}`
/** Words of many answers and the question of none. */
const partOf = (title: string) => title.slice(0, 4)
const excessOf = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

describe('a citizen who asks', () => {
  test('finds the answer itself on top where it is sure, with whom to call, without JavaScript', async () => {
    const page = await openPage({ javaScriptEnabled: false, viewport: phone })
    await page.goto(resultsOf(open.title))
    const sure = page.locator('.sure')
    expect(await sure.locator('h2').textContent()).toBe(open.title)
    expect(await sure.textContent()).toContain(open.summary)
    expect(await sure.textContent()).toContain(open.unit.name)
    expect(await sure.locator('a[href^="tel:"]').count()).toBeGreaterThan(0)
    expect(await page.locator(`.item a[href="/e/${open.number}"]`).count()).toBe(0)
    const box = await sure.locator('.sure-text').boundingBox()
    expect((box?.y ?? Infinity) + 20).toBeLessThan(phone.height)
    await closeWindow(page)
  })

  test('is told in plain words where no answer is sure, and where to go on', async () => {
    const page = await openPage({ javaScriptEnabled: false })
    await page.goto(resultsOf(partOf(open.title)))
    expect(await page.locator('.sure').count()).toBe(0)
    expect(await page.textContent('.unsure')).toBe('没有完全一致的问题，以下内容可能有关')
    expect(await page.getAttribute('.still-not a.button', 'href')).toBe('tel:12345')
    await page.click('text=告诉我们您想找什么')
    expect(await page.inputValue('input[name=query]')).toBe(partOf(open.title))
    await closeWindow(page)
  })

  test('and finds nothing is led to the unit that is named', async () => {
    const page = await openPage({ javaScriptEnabled: false })
    await page.goto(resultsOf(`${open.unit.name}qzxjkwv`) + '&category=hotspots&freshness=7')
    await page.locator('.lead-on').waitFor()
    expect(await page.textContent('.lead-on')).toContain(open.unit.name)
    await closeWindow(page)
  })

  test('on a phone sees the first answer, the filters being one line that opens without JavaScript', async () => {
    const page = await openPage({ javaScriptEnabled: false, viewport: phone })
    await page.goto(`${resultsOf(partOf(open.title))}&library=knowledge`)
    const first = await page.locator('.item h3').first().boundingBox()
    expect((first?.y ?? Infinity) + (first?.height ?? 0)).toBeLessThan(phone.height)
    expect(await page.textContent('.narrowing summary')).toContain('已选 1 项')
    expect(await page.locator('.chips a').first().isVisible()).toBe(false)
    await page.click('.narrowing summary')
    expect(await page.locator('.chips a').first().isVisible()).toBe(true)
    await closeWindow(page)
  })

  test('chooses a suggestion on a unit’s page by keyboard alone, and stays in the unit', async () => {
    const page = await openPage()
    await openLive(page, `/units/${open.unit.id}`, '#q')
    await page.focus('#q')
    await page.keyboard.type(open.title.slice(0, -2))
    await page.waitForSelector(`[role=option] > span:text-is("${open.title}")`)
    expect(await page.getAttribute('#q', 'aria-expanded')).toBe('true')
    const listbox = await page.getAttribute('#q', 'aria-controls')
    expect(await page.getAttribute(`#${listbox}`, 'role')).toBe('listbox')
    const options = await page.locator('[role=option] > span').allTextContents()
    for (let step = 0; step <= options.indexOf(open.title); step += 1)
      await page.keyboard.press('ArrowDown')
    const active = await page.getAttribute('#q', 'aria-activedescendant')
    expect(await page.locator(`#${active}`).getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/search?**')
    const { searchParams } = new URL(page.url())
    expect([searchParams.get('q'), searchParams.get('unit')]).toEqual([open.title, open.unit.id])
    await closeWindow(page)
  })
})

describe('a citizen who browses', () => {
  test('reaches notices by kind, cases and the directory from every page, each with its day', async () => {
    const page = await openPage({ javaScriptEnabled: false })
    await page.goto(`/e/${open.number}`)
    await page.click('.site-nav a[href="/notices"]')
    await page.waitForURL('**/notices')
    const [first] = await page.locator('.item-facts').allTextContents()
    expect(first).toMatch(/(通知公告|来信统计|工作简报|新闻公告).*\d{4}年\d+月\d+日 发布/)
    await page.click('.chips a[href="/notices?kind=letterStatistics"]')
    await page.waitForURL('**/notices?kind=letterStatistics')
    expect(await page.textContent('h1')).toBe('来信统计')
    const kinds = await page.locator('.item-facts').allTextContents()
    expect(kinds.length).toBeGreaterThan(0)
    expect(kinds.every((facts) => facts.includes('来信统计'))).toBe(true)
    await page.click('.site-nav a[href="/cases"]')
    await page.waitForURL('**/cases')
    expect(await page.locator('.item').count()).toBeGreaterThan(0)
    await page.click('.site-nav a[href="/contacts"]')
    await page.waitForURL('**/contacts')
    expect(await page.locator('.contacts > li').count()).toBeGreaterThan(10)
    await closeWindow(page)
  })

  test('finds a unit in the directory by its sound, and all units again, without JavaScript', async () => {
    const page = await openPage({ javaScriptEnabled: false })
    await page.goto('/contacts')
    const all = await page.locator('.contacts > li:visible').count()
    await page.fill('#q', 'yiliaobaozhang')
    await page.click('.search button')
    await page.waitForURL('**/contacts?q=yiliaobaozhang')
    const names = await page.locator('.contacts > li:visible h3').allTextContents()
    expect(names.length).toBeGreaterThan(0)
    expect(names.length).toBeLessThan(all)
    await page.goto('/contacts?q=qzxjkwv')
    expect(await page.locator('.contacts > li:visible').count()).toBe(0)
    expect(await page.textContent('[role=status]')).toContain('没有与“qzxjkwv”相符的单位')
    await page.click('text=显示全部单位')
    await page.waitForURL('**/contacts')
    expect(await page.locator('.contacts > li:visible').count()).toBe(all)
    await closeWindow(page)
  })

  test('narrows the directory by typing, and sees no county of which nothing is left', async () => {
    const page = await openPage()
    await openLive(page, '/contacts', '#q')
    const all = await page.locator('.contacts > li:visible').count()
    await page.fill('#q', open.unit.name)
    expect(await page.locator('.contacts > li:visible').count()).toBeLessThan(all)
    const groups = page.locator('.contacts-group:visible')
    for (const group of await groups.all())
      expect(await group.locator('li:visible').count()).toBeGreaterThan(0)
    await page.fill('#q', '')
    expect(await page.locator('.contacts > li:visible').count()).toBe(all)
    await closeWindow(page)
  })

  test('is led to no program’s data from the foot of a page', async () => {
    const page = await openPage()
    await page.goto('/')
    expect(await page.locator('footer a[href*="/api/"]').count()).toBe(0)
    await closeWindow(page)
  })
})

describe('a page of the portal', () => {
  const pages = () => [
    ...['/', resultsOf(open.title), resultsOf(partOf(open.title)), `/units/${open.unit.id}`],
    ...['/notices', '/cases', '/contacts', `/report?q=${encodeURIComponent(open.title)}`],
  ]

  test('tells search engines what it holds', async () => {
    const page = await openPage({ javaScriptEnabled: false })
    for (const address of pages().slice(0, -1)) {
      await page.goto(address)
      const said = await page.getAttribute('meta[name=description]', 'content')
      expect([address, said]).toEqual([address, expect.stringMatching(/.{12,}/)])
    }
    await closeWindow(page)
  })

  test.each([
    ['on a desk', { width: 1366, height: 768 }, 1],
    ['on a desk at 200 %', { width: 683, height: 384 }, 1],
    ['on a phone', phone, 1],
    ['on a phone with letters of twice the size', phone, 2],
  ])('fits %s with texts four times as long', async (_, viewport, larger) => {
    const page = await openPage({ viewport })
    for (const address of pages()) {
      await page.goto(address)
      await page.evaluate((times) => {
        document.documentElement.style.fontSize = `${times * 100}%`
        const told = 'h1, h2, h3, .item a, .hot a, .units span, .chips span, dd, .contacts p'
        for (const one of document.querySelectorAll(`main :is(${told})`))
          if (one.childElementCount === 0) one.textContent = one.textContent.repeat(4)
      }, larger)
      expect({ address, excess: await excessOf(page) }).toEqual({ address, excess: 0 })
    }
    await closeWindow(page)
  })
})
