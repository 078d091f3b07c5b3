import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { answered, ask, askAndOpen, entriesOf, openDesk } from './atDesk'
import { closeWindow, phone } from './browser'

let entry: Awaited<ReturnType<typeof entriesOf>>[number]
let other: typeof entry

beforeAll(async () => {
  const all = await entriesOf('knowledge')
  const [first, second] = all.filter(({ category }) => category?.key !== 'details')
  if (!first || !second) throw new Error('The demo city has no two answers.')
  ;[entry, other] = [first, second]
})

/** What stands on the desk: the words in the box, and the number of what is open. */
const onDesk = async (page: Page) => {
  await answered(page)
  return {
    words: await page.inputValue('#desk-box'),
    open: new URL(page.url()).searchParams.get('entry'),
  }
}
const opened = (page: Page, number: string) =>
  page.waitForSelector(`.desk-actions a[href="/e/${number}"]`)
const closed = (page: Page) => page.locator('.desk-answer').waitFor({ state: 'detached' })

describe('the way back', () => {
  test('leads from an entry to its list, to the entry and the question before, and on again', async () => {
    const page = await openDesk()
    await page.evaluate(() => Object.assign(window, { isTheSame: true }))
    await askAndOpen(page, entry.title, entry.number)
    await askAndOpen(page, other.title, other.number)
    await page.goBack()
    await closed(page)
    expect(await onDesk(page)).toEqual({ words: other.title, open: null })
    await page.goBack()
    await opened(page, entry.number)
    expect(await onDesk(page)).toEqual({ words: entry.title, open: entry.number })
    await page.goBack()
    await closed(page)
    expect(await onDesk(page)).toEqual({ words: entry.title, open: null })
    for (const _ of [1, 2, 3]) await page.goForward()
    await opened(page, other.number)
    expect(await onDesk(page)).toEqual({ words: other.title, open: other.number })
    // Nothing was loaded anew on the way.
    expect(await page.evaluate(() => 'isTheSame' in window)).toBe(true)
    await closeWindow(page)
  })

  test('is one step a question, however it is typed', async () => {
    const page = await openDesk()
    await page.keyboard.type('居住证')
    await answered(page)
    await page.keyboard.type('怎么办')
    await answered(page)
    await ask(page, entry.title)
    await answered(page)
    await page.goBack()
    await page.waitForFunction(() => !location.search.includes('entry'))
    expect((await onDesk(page)).words).toBe('居住证怎么办')
    await page.goBack()
    await page.waitForURL('**/desk')
    expect(await onDesk(page)).toEqual({ words: '', open: null })
    await closeWindow(page)
  })

  test('is the same as Escape: an entry that was closed is not met again, and may be gone on to', async () => {
    const page = await openDesk()
    await askAndOpen(page, entry.title, entry.number)
    await page.keyboard.press('Escape')
    await closed(page)
    await page.waitForFunction(() => !location.search.includes('entry'))
    await page.goBack()
    await page.waitForURL('**/desk')
    await page.goForward()
    await page.goForward()
    await opened(page, entry.number)
    await closeWindow(page)
  })

  test('goes on from the list on a phone, where an entry covers it', async () => {
    const page = await openDesk('/desk', { viewport: phone })
    await page.locator('[data-hit]').first().click()
    await page.waitForSelector('.desk-title')
    await page.goBack()
    await page.waitForSelector('#desk-box', { state: 'visible' })
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/desk')
    await closeWindow(page)
  })

  test('stays after a reload', async () => {
    const page = await openDesk()
    await askAndOpen(page, entry.title, entry.number)
    await page.reload()
    await opened(page, entry.number)
    await page.keyboard.press('Escape')
    await closed(page)
    await page.waitForFunction(() => !location.search.includes('entry'))
    expect(await onDesk(page)).toEqual({ words: entry.title, open: null })
    await closeWindow(page)
  })
})

describe('the window', () => {
  test('is called by what is open, by what was asked, and by the desk', async () => {
    const page = await openDesk()
    expect(await page.title()).toMatch(/^工作台 · /)
    await ask(page, entry.title)
    await page.waitForFunction(() => document.title.startsWith('查询：'))
    await askAndOpen(page, entry.title, entry.number)
    await page.waitForFunction((title) => document.title.startsWith(title), entry.title)
    await page.goto(`/desk?q=${encodeURIComponent('医保')}`)
    await page.waitForFunction(() => document.title.startsWith('查询：医保 · '))
    await closeWindow(page)
  })
})

describe('the unit of an open entry', () => {
  test('is shown at the desk, and Back leads to the entry', async () => {
    const page = await openDesk()
    await askAndOpen(page, entry.title, entry.number)
    const windows = page.context().pages().length
    await page.click(`.desk-entry .facts a[href="/desk?unit=${entry.unit.id}"]`)
    await closed(page)
    await answered(page)
    expect(await page.inputValue('select[name=unit]')).toBe(entry.unit.id)
    expect(page.context().pages()).toHaveLength(windows)
    await page.goBack()
    await opened(page, entry.number)
    await closeWindow(page)
  })
})

describe('a session that ended', () => {
  test('leaves no hit under the next question, says so, keeps the words, and goes on there', async () => {
    const page = await openDesk()
    await askAndOpen(page, entry.title, entry.number)
    await page.context().clearCookies()
    await ask(page, other.title)
    await page.waitForSelector('.desk-banner a')
    expect(await page.textContent('.desk-banner')).toContain('登录已过期')
    expect(await page.locator('[data-hit], .desk-answer').count()).toBe(0)
    expect(await page.inputValue('#desk-box')).toBe(other.title)
    const to = new URL((await page.getAttribute('.desk-banner a', 'href')) ?? '', page.url())
    expect(to.searchParams.get('to')).toContain(new URLSearchParams({ q: other.title }).toString())
    await closeWindow(page)
  })
})

describe('the way to edit', () => {
  test('is shown to who writes for the unit, and to nobody else', async () => {
    const page = await openDesk('/desk', { as: 'editor' })
    const own = await page.evaluate(async () => {
      const { user } = await (await fetch('/api/users/me')).json()
      const unit = typeof user.unit === 'string' ? user.unit : user.unit.id
      const { entries } = await (await fetch(`/api/entries?library=knowledge&unit=${unit}`)).json()
      const filed = entries.find((one: { unit: { id: string } }) => one.unit.id === unit)
      const all = (await (await fetch('/api/entries?library=knowledge')).json()).entries
      const foreign = all.find((one: { unit: { id: string } }) => one.unit.id !== unit)
      return { id: filed.id, number: filed.number, foreign: foreign.number }
    })
    await page.goto(`/desk?entry=${own.number}`)
    await opened(page, own.number)
    expect(await page.getAttribute('.desk-edit', 'href')).toBe(
      `/admin/collections/knowledge/${own.id}`,
    )
    await page.goto(`/desk?entry=${own.foreign}`)
    await opened(page, own.foreign)
    expect(await page.locator('.desk-edit').count()).toBe(0)
    await closeWindow(page)
  })
})
