import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { copyData } from '../server/database.mjs'
import { launch, password } from '../server/launch.mjs'
import { freshData } from '../server/run'
import { askAndOpen, before, clipboardOf, entriesOf } from './atDesk'
import { closeWindow, openLive, openPage, phone, violationsOf } from './browser'

const folder = mkdtempSync(join(tmpdir(), 'zhiku-idle-'))
const dataDir = join(folder, 'data')
let server: Awaited<ReturnType<typeof launch>>
let entry: Awaited<ReturnType<typeof entriesOf>>[number]

beforeAll(async () => {
  await copyData(freshData, dataDir)
  server = await launch({ dataDir, pages: true, env: { ZHIKU_IDLE_LOCK: '15' } })
  const known = await entriesOf('knowledge', server.url)
  const found = known.find(({ category }) => category?.key === 'services')
  if (!found) throw new Error('The demo city has no public service.')
  entry = found
}, 180_000)
afterAll(async () => {
  await server.stop('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/**
 * A window whose clock the test moves, once the page counts: what React has only begun to make alive would count from a
 * clock that was moved already.
 */
async function openWith(path: string, element: string, who = 'agent'): Promise<Page> {
  const permissions = ['clipboard-read', 'clipboard-write']
  const page = await openPage({ as: who, locale: 'zh-CN', baseURL: server.url, permissions })
  await page.clock.install()
  await openLive(page, path, element)
  await page.waitForFunction(() => window.localStorage.getItem('zhiku-used') !== null)
  return page
}

const unlock = async (page: Page, given: string) => {
  await page.fill('form.account input[type=password]', given)
  await page.keyboard.press('Enter')
}
/** The address is that before the session has ended; the page comes after. */
const isLocked = async (page: Page) => {
  await page.waitForURL('**/locked')
  await page.waitForSelector('form.account')
}
const sessionOf = async (page: Page) =>
  (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
/** What the server says to who asks for an entry with this cookie. */
const readsWith = async (cookie: string) =>
  (await fetch(`${server.url}/api/entries/${entry.number}`, { headers: { cookie } })).status

describe('where nobody was at the desk for the set minutes', () => {
  test('it shows nothing of what was open, the session is over, and the password leads back to the same call, words and entry', async () => {
    const page = await openWith('/desk', '#desk-box')
    await page.keyboard.press('F2')
    await askAndOpen(page, entry.title, entry.number)
    const address = page.url()
    const cookie = await sessionOf(page)
    expect(await readsWith(cookie)).toBe(200)
    // A call is listened to: it counts as use.
    await page.clock.runFor('20:00')
    expect(await page.locator('.desk-answer').count()).toBe(1)
    await page.evaluate((words) => navigator.clipboard.writeText(words), before)
    // The computer slept.
    await page.clock.fastForward('15:00')
    await isLocked(page)
    await openLive(page, '/locked', 'form.account')
    const shown = (await page.content()) + (await page.title()) + page.url()
    for (const words of [entry.title, entry.number, encodeURIComponent(entry.title)])
      expect(shown).not.toContain(words)
    await page.locator('h1').click()
    for (const key of ['c', 'a', 'ControlOrMeta+c']) await page.keyboard.press(key)
    expect(await clipboardOf(page)).toBe(before)
    expect(await violationsOf(page)).toEqual([])
    expect(await readsWith(cookie)).toBe(401)
    await page.goto('/desk')
    expect(new URL(page.url()).pathname).toBe('/login')

    await openLive(page, '/locked', 'form.account')
    await unlock(page, 'not the password')
    await page.getByText('密码不对').waitFor()
    await unlock(page, password)
    await page.waitForURL(address)
    await page.waitForSelector(`.desk-actions a[href="/e/${entry.number}"]`)
    expect(await page.inputValue('#desk-box')).toBe(entry.title)
    expect(await page.locator('.desk-calls [aria-current]').count()).toBe(1)
    await closeWindow(page)
  }, 120_000)

  test('all tabs of the browser lock and are unlocked together, and use of one keeps the others', async () => {
    const page = await openWith('/desk', '#desk-box', 'staff')
    const other = await page.context().newPage()
    await other.goto('/desk/updates')
    await page.bringToFront()
    for (let half = 0; half < 3; half += 1) {
      await page.clock.runFor('10:00')
      await page.keyboard.press('Shift')
    }
    expect(new URL(other.url()).pathname).toBe('/desk/updates')
    await page.clock.runFor('15:01')
    await Promise.all([isLocked(page), isLocked(other)])
    await openLive(page, '/locked', 'form.account')
    await unlock(page, password)
    await page.waitForURL('**/desk')
    await other.waitForURL('**/desk/updates')
    await closeWindow(page)
  }, 120_000)

  test('nothing stays on screen where the server cannot be reached either, and it asks for the password once it can', async () => {
    const page = await openWith('/desk', '#desk-box')
    await askAndOpen(page, entry.title, entry.number)
    await page.context().setOffline(true)
    await page.clock.runFor('15:01')
    await page.getByText('连上后即可解锁').waitFor()
    expect(await page.content()).not.toContain(entry.title)
    const place = () => page.evaluate(() => JSON.stringify(window.history.state))
    const [opened, address] = [await place(), page.url()]
    expect(new URL(address).pathname).toBe('/locked')
    await page.evaluate(() => window.history.back())
    while ((await place()) === opened);
    expect(page.url()).toBe(address)
    expect(await page.title()).toBe('已锁定')
    expect(await page.content()).not.toContain(entry.title)
    await page.context().setOffline(false)
    await page.clock.runFor('00:05')
    await isLocked(page)
    await closeWindow(page)
  }, 120_000)

  test('a page of the admin locks too, and comes back', async () => {
    const page = await openWith('/admin/collections/knowledge', '.zk-nav a', 'editor')
    const address = page.url()
    const cookie = await sessionOf(page)
    await page.clock.runFor('15:01')
    await isLocked(page)
    expect(await readsWith(cookie)).toBe(401)
    await openLive(page, '/locked', 'form.account')
    await unlock(page, password)
    await page.waitForURL(address)
    await page.waitForSelector('.zk-nav a')
    await closeWindow(page)
  }, 120_000)

  test('the page that asks for the password fits a phone, and leads others to their own sign-in', async () => {
    const page = await openWith('/desk', '#desk-box')
    await page.setViewportSize(phone)
    await page.clock.runFor('15:01')
    await isLocked(page)
    await openLive(page, '/locked', 'form.account')
    expect(await violationsOf(page)).toEqual([])
    await page.getByText('换一个账号登录').click()
    await page.waitForURL('**/login')
    // Nobody is locked here any longer.
    await page.goto('/locked')
    await page.waitForURL('**/login')
    await closeWindow(page)
  }, 120_000)
})
