import { beforeAll, describe, expect, test } from '@jest/globals'
import { answered, ask, askAndOpen, clipboardOf, entriesOf, openDesk, press } from './atDesk'
import { closeWindow, openLive } from './browser'

let entry: Awaited<ReturnType<typeof entriesOf>>[number]
let other: typeof entry

beforeAll(async () => {
  const all = (await entriesOf('knowledge')).filter(({ summary }) => summary !== '')
  const [first, second] = all.filter(({ category }) => category?.key === 'services')
  if (!first || !second) throw new Error('The demo city has no two public services.')
  ;[entry, other] = [first, second]
})

describe('a connection that is lost amid a call', () => {
  test('costs neither the call nor what was typed, copied or told: all of it goes on where it comes back', async () => {
    const page = await openDesk()
    await page.keyboard.press('F2')
    await askAndOpen(page, entry.title, entry.number)
    await page.context().setOffline(true)
    await page.waitForSelector('.desk-lost')
    // What is open is read on, and copied with the word that nobody could look whether it is the latest.
    expect(await press(page, 'c')).toContain('没能核对')
    expect(await clipboardOf(page)).toContain(entry.number)
    await page.keyboard.press('e')
    const sentence = page.locator('textarea[name=sentence]')
    await sentence.fill('窗口已经搬到二楼')
    await page.keyboard.press('Control+Enter')
    await page.locator('.toast[data-shown]', { hasText: '可以撤销' }).waitFor()
    await ask(page, other.title)
    const banner = page.locator('.desk-banner', { hasText: '1 条上报没有成功' })
    await banner.waitFor({ timeout: 60_000 })
    expect(await page.locator('.desk-calls [aria-current]').count()).toBe(1)

    await page.context().setOffline(false)
    await page.waitForSelector(`[data-hit][href="/e/${other.number}"]`)
    await page.locator('.desk-lost').waitFor({ state: 'detached' })
    expect(await page.inputValue('#desk-box')).toBe(other.title)
    await banner.getByRole('button').click()
    expect(await sentence.inputValue()).toBe('窗口已经搬到二楼')
    await page.keyboard.press('Control+Enter')
    await banner.waitFor({ state: 'detached' })
    await page.locator('.toast', { hasText: /已上报|已有人上报/ }).waitFor({ timeout: 60_000 })
    await page.keyboard.press('F9')
    await page.waitForSelector('.desk-ending')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.desk-ending', { state: 'detached' })
    expect(await clipboardOf(page)).toContain(entry.number)
    await closeWindow(page)
  }, 180_000)

  test('nor does a reload: the call, its words and a report that was half written are there again', async () => {
    const page = await openDesk()
    await page.keyboard.press('F2')
    await askAndOpen(page, entry.title, entry.number)
    await press(page, 'u')
    await page.keyboard.press('e')
    const sentence = page.locator('textarea[name=sentence]')
    await sentence.fill('电话已经')
    await page.reload()
    await openLive(page, page.url(), '#desk-box')
    await sentence.waitFor()
    expect(await sentence.inputValue()).toBe('电话已经')
    await page.keyboard.press('Escape')
    await page.waitForSelector(`.desk-actions a[href="/e/${entry.number}"]`)
    await answered(page)
    expect(await page.inputValue('#desk-box')).toBe(entry.title)
    expect(await page.locator('.desk-calls [aria-current]').count()).toBe(1)
    await closeWindow(page)
  }, 120_000)
})
