import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { password } from '../server/launch.mjs'
import { closeWindow, openLive, openPage, phone } from './browser'
import { demoEntry } from './demoEntries'

let closed: Awaited<ReturnType<typeof demoEntry>>

beforeAll(async () => {
  closed = await demoEntry({ isOpen: false })
})

const clipboard = ['clipboard-read', 'clipboard-write']

const focusedNumber = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('href') ?? null)

test('the centre is led from a hotspot to where it is pinned or hidden, with the entry chosen', async () => {
  const page = await openPage({ as: 'centre' })
  await openLive(page, '/desk', '#desk-box')
  const hot = page.locator('.desk-hot li').first()
  const title = await hot.locator('button').textContent()
  await hot.locator('a').click()
  const chosen = page.locator('.zk-entry-field label:has(input:checked)')
  expect(await chosen.textContent()).toContain(title)
  await closeWindow(page)
})

describe('an agent with a caller on the line', () => {
  test('types, opens, copies the note and goes back, all by keyboard', async () => {
    const page = await openPage({ as: 'agent', permissions: clipboard })
    await openLive(page, '/desk', '#desk-box')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('desk-box')

    await page.keyboard.type(closed.title)
    await page.waitForSelector(`[data-hit][href="/e/${closed.number}"] mark`)
    await page.keyboard.press('Enter')
    await page.waitForSelector('.desk-answer')
    expect(await page.textContent('.desk-answer')).toBe(closed.summary)

    await page.keyboard.press('c')
    await page.waitForSelector('.toast[data-shown]')
    const note = await page.evaluate(() => navigator.clipboard.readText())
    expect(note).toMatch(/^经查询知识库等.结果为/)
    expect(note).toContain(closed.summary)

    // By the search it was found with.
    const used = page.waitForRequest((request) => request.url().endsWith('/used'))
    await page.keyboard.press('u')
    expect((await used).postDataJSON()).toEqual({ search: expect.stringMatching(/^[\da-f-]{36}$/) })
    await page.waitForSelector(`.toast:has-text("用这一条答复了来电人（${closed.number}）")`)

    await page.keyboard.press('Escape')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('desk-box')
    expect(await page.locator('.desk-answer').count()).toBe(0)
    await closeWindow(page)
  })

  test('finds beside the box what is hot and why, and opens it by its own answer', async () => {
    const page = await openPage({ as: 'agent' })
    await openLive(page, '/desk', '#desk-box')
    const hot = page.locator('.desk-hot li').first()
    expect(await hot.locator('.desk-why').textContent()).toMatch(/本周 \d+ (次使用|人次阅读)/)
    const title = await hot.locator('button').textContent()
    const opened = page.waitForRequest((request) => /entries\/\w+\?search=/.test(request.url()))
    await hot.locator('button').click()
    await opened
    expect(await page.textContent('.desk-title')).toBe(title)
    await closeWindow(page)
  })

  test('finds beside the box what came, changed or went since they looked last', async () => {
    const page = await openPage({ as: 'agent' })
    await openLive(page, '/desk', '#desk-box')
    await page.click('.desk-updates')
    await page.click('.chips a[href="/desk/updates?since=month"]')
    await page.locator('.chips [aria-current=page][href$=month]').waitFor()
    const first = page.locator('.updates [data-kind=approved] a').first()
    const title = await first.textContent()
    await first.click()
    expect(await page.textContent('.desk-title')).toBe(title)
    await closeWindow(page)
  })

  test('follows with one click the unit whose updates are shown, and chooses how often to be mailed', async () => {
    const page = await openPage({ as: 'agent' })
    await openLive(page, '/desk/updates?since=month', '.desk-filters select')
    await page.selectOption('select[name=unit]', { index: 2 })
    await page.click('.desk-filters button')
    await page.waitForURL(/unit=/)
    await openLive(page, page.url(), '.follow button')
    await page.click('.follow button')
    await page.locator('.follow .tag').waitFor()
    expect(await page.textContent('.follow [role=status]')).toContain('已关注')
    await page.click('.follow a')
    await openLive(page, '/desk/following', '.following select')
    expect(await page.locator('.following-units li').count()).toBe(1)
    await page.check('input[value=weekly]')
    await page.fill('input[name=email]', '')
    await page.click('.following button[type=submit]')
    expect(await page.textContent('.following [role=alert]')).toContain('邮箱')
    await page.fill('input[name=email]', 'agent@example.cn')
    await page.click('.following-units button')
    await page.check('input[name=category][value=policies]')
    await page.click('.following button[type=submit]')
    await page.locator('.following [role=status]', { hasText: '已保存' }).waitFor()
    await page.reload()
    expect(await page.locator('.following-units li').count()).toBe(0)
    expect(await page.isChecked('input[value=policies]')).toBe(true)
    expect(await page.isChecked('input[value=weekly]')).toBe(true)
    await closeWindow(page)
  })

  test('sees the hotspots on a phone too, above the list, until something is asked', async () => {
    const page = await openPage({ as: 'staff', viewport: phone })
    await openLive(page, '/desk', '#desk-box')
    const hot = page.locator('.desk-hot-above .desk-hot li').first()
    expect(await hot.locator('.desk-why').textContent()).toMatch(/本周 \d+ (次使用|人次阅读)/)
    const title = await hot.locator('button').textContent()
    await hot.locator('button').click()
    expect(await page.textContent('.desk-title')).toBe(title)
    await page.click('.desk-back')
    await page.fill('#desk-box', '医保')
    await page.locator('.desk-hot-above').waitFor({ state: 'detached' })
    await closeWindow(page)
  })

  test('walks along the hits with the arrow keys', async () => {
    const page = await openPage({ as: 'agent' })
    await openLive(page, '/desk', '#desk-box')
    const numbers = await page.locator('[data-hit]').evaluateAll((hits) => {
      return hits.map((hit) => hit.getAttribute('href'))
    })
    await page.keyboard.press('ArrowDown')
    expect(await focusedNumber(page)).toBe(numbers[0])
    await page.keyboard.press('ArrowDown')
    expect(await focusedNumber(page)).toBe(numbers[1])
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('desk-box')
    await closeWindow(page)
  })

  test('is told plainly when there is nothing', async () => {
    const page = await openPage({ as: 'agent' })
    await page.goto('/desk?q=qzxjkwv')
    await page.waitForSelector('.desk-none')
    expect(await page.textContent('.desk-none')).toContain('没有查到')
    await closeWindow(page)
  })

  test('whose session ended is led to the sign-in and back to the same question', async () => {
    const page = await openPage({ as: 'agent' })
    await openLive(page, '/desk', '#desk-box')
    await page.context().clearCookies()
    await page.fill('#desk-box', '医保')
    await page.click('.desk-banner a')
    await page.waitForURL('**/login?to=**')
    await page.fill('[name=username]', 'agent')
    await page.fill('[name=password]', password)
    await page.click('button[type=submit]')
    await page.waitForURL('**/desk?q=**')
    expect(await page.inputValue('#desk-box')).toBe('医保')
    await closeWindow(page)
  })
})

describe('others at the desk', () => {
  test('an editor reads there too, and takes no note', async () => {
    const page = await openPage({ as: 'editor' })
    await openLive(page, '/desk', '[data-hit]')
    await page.click('[data-hit]')
    await page.waitForSelector('.desk-answer')
    expect(await page.locator('.desk-actions .button').count()).toBe(0)
    await closeWindow(page)
  })

  test('nobody reads there without signing in', async () => {
    const page = await openPage()
    await page.goto('/desk')
    expect(new URL(page.url()).pathname).toBe('/login')
    await closeWindow(page)
  })

  test('a wrong password is answered in plain words', async () => {
    const page = await openPage()
    await openLive(page, '/login', 'form.account')
    await page.fill('[name=username]', 'nobody-here')
    await page.fill('[name=password]', 'wrong')
    await page.click('button[type=submit]')
    expect(await page.textContent('.account .warning')).toContain('账号或密码不对')
    await closeWindow(page)
  })
})
