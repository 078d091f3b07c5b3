import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { isDistrict } from '@/access/districts'
import type { TreeUnit } from '@/reading/readTree'
import { as } from '../server/people'
import { answered, ask, askAndOpen, clipboardOf, entriesOf, openDesk, press } from './atDesk'
import { closeWindow, openLive, phone, violationsOf } from './browser'

let entry: Awaited<ReturnType<typeof entriesOf>>[number]
let other: typeof entry
let district: TreeUnit

beforeAll(async () => {
  const all = (await entriesOf('knowledge')).filter(({ summary }) => summary !== '')
  const [first, second] = all.filter(({ category }) => category?.key !== 'details')
  const { body } = await (await as('agent')).get<{ units: TreeUnit[] }>('/api/tree')
  const county = body.units.find((unit) => isDistrict(unit))
  if (!first || !second || !county) throw new Error('The demo city is not what it was.')
  ;[entry, other, district] = [first, second, county]
})

const calls = (page: Page) => page.locator('.desk-calls li button')
const current = (page: Page) => page.locator('.desk-calls [aria-current]')
const soFar = (page: Page) => page.locator('.desk-so-far')
const tell = (page: Page, told: object) =>
  page.evaluate((message) => window.postMessage(message, location.origin), told)

describe('an agent on a call', () => {
  test('takes it, says where the caller is, answers and ends it with the note, by keyboard alone', async () => {
    const page = await openDesk()
    await page.keyboard.press('F2')
    await current(page).waitFor()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('desk-box')
    await page.keyboard.press('F8')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('desk-district')
    await page.selectOption('#desk-district', district.id)
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('desk-box')
    expect(await current(page).textContent()).toContain(district.name)

    const preferred = page.waitForRequest((request) => {
      const { pathname, searchParams } = new URL(request.url())
      return pathname === '/api/search' && searchParams.get('district') === district.id
    })
    await askAndOpen(page, entry.title, entry.number)
    await preferred
    expect(await press(page, 'u')).toContain('已记录')
    expect(await press(page, 't')).toContain('三方通话')
    await page.keyboard.press('Escape')
    await soFar(page).waitFor()
    expect(await soFar(page).textContent()).toContain(entry.title)
    expect(await soFar(page).textContent()).toMatch(/用上了、已复制三方通话/)
    expect(await violationsOf(page)).toEqual([])

    await page.keyboard.press('F9')
    await page.waitForSelector('.desk-ending')
    expect(await violationsOf(page, '.desk-ending')).toEqual([])
    await page.keyboard.press('Enter')
    await page.waitForSelector('.desk-ending', { state: 'detached' })
    const note = await clipboardOf(page)
    expect(note).toMatch(/^经查询知识库等，结果为：/)
    expect(note).toMatch(new RegExp(`（编号：${entry.number}，第\\d+版）\\n经三方通话（`))
    expect(await calls(page).count()).toBe(0)
    expect(await page.inputValue('#desk-box')).toBe('')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('desk-box')
    const left = await page.evaluate(() => JSON.stringify(window.sessionStorage))
    expect(left).not.toContain(entry.number)
    await closeWindow(page)
  })

  test('goes from one to the other and back to the question and entry of each, after a reload too', async () => {
    const page = await openDesk()
    await page.keyboard.press('F2')
    await askAndOpen(page, entry.title, entry.number)
    await page.keyboard.press('F2')
    await page.locator('.desk-answer').waitFor({ state: 'detached' })
    expect(await page.inputValue('#desk-box')).toBe('')
    await ask(page, other.title)
    await answered(page)
    await page.keyboard.press('F4')
    await page.waitForSelector(`.desk-actions a[href="/e/${entry.number}"]`)
    expect(await page.inputValue('#desk-box')).toBe(entry.title)
    await page.reload()
    await openLive(page, page.url(), '#desk-box')
    await page.waitForSelector(`.desk-actions a[href="/e/${entry.number}"]`)
    expect(await calls(page).count()).toBe(2)
    await calls(page).last().click()
    await page.locator('.desk-answer').waitFor({ state: 'detached' })
    expect(await page.inputValue('#desk-box')).toBe(other.title)
    // Back goes to the call before with what was on it.
    await page.goBack()
    await page.waitForSelector(`.desk-actions a[href="/e/${entry.number}"]`)
    expect(await calls(page).first().getAttribute('aria-current')).toBe('true')
    await closeWindow(page)
  })

  test('is asked before a call ends without a note, and may choose what was told', async () => {
    const page = await openDesk()
    await page.keyboard.press('F2')
    await askAndOpen(page, entry.title, entry.number)
    await page.keyboard.press('F9')
    const dialog = page.locator('.desk-ending')
    expect(await dialog.textContent()).toContain('不会生成话务记录')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await calls(page).count()).toBe(1)
    await page.keyboard.press('F9')
    await dialog.getByRole('checkbox').check()
    expect(await dialog.locator('textarea').inputValue()).toContain(entry.number)
    await dialog.getByRole('checkbox').uncheck()
    await dialog.getByRole('button', { name: '不要记录，直接结束' }).click()
    await page.waitForSelector('.toast:has-text("没有复制记录")')
    expect(await calls(page).count()).toBe(0)
    await closeWindow(page)
  })
})

describe('the telephony', () => {
  test('tells of a call in the address, once', async () => {
    const page = await openDesk(`/desk?call=c-7&district=${district.id}`)
    await current(page).waitFor()
    expect(await current(page).textContent()).toContain(district.name)
    await page.waitForURL((url) => !url.search.includes('call'))
    await page.goto('/desk?call=c-7')
    await current(page).waitFor()
    expect(await calls(page).count()).toBe(1)
    await closeWindow(page)
  })

  test('tells of one by a message of this site, with a number that no request carries', async () => {
    const page = await openDesk()
    const number = '13900001234'
    const sent: string[] = []
    page.on('request', (request) => sent.push(request.url() + (request.postData() ?? '')))
    await tell(page, { type: 'zhiku-call', call: 'c-8', number, district: district.id })
    await page.locator('.desk-calls', { hasText: number }).waitFor()
    await askAndOpen(page, entry.title, entry.number)
    await tell(page, { type: 'zhiku-call', call: 'c-9' })
    await page.locator('.desk-answer').waitFor({ state: 'detached' })
    expect(await page.inputValue('#desk-box')).toBe('')
    await tell(page, { type: 'zhiku-call', call: 'c-8' })
    await page.waitForSelector(`.desk-actions a[href="/e/${entry.number}"]`)
    expect(await calls(page).count()).toBe(2)
    expect(sent.join()).not.toContain(number)
    expect(page.url()).not.toContain(number)
    await closeWindow(page)
  })

  test('is not heard where it is another site', async () => {
    const page = await openDesk()
    await page.evaluate(() => {
      const data = { type: 'zhiku-call', call: 'c-10' }
      window.dispatchEvent(
        new MessageEvent('message', { origin: 'https://elsewhere.example', data }),
      )
    })
    await tell(page, { type: 'zhiku-call', call: 'c-11' })
    await current(page).waitFor()
    expect(await calls(page).count()).toBe(1)
    await closeWindow(page)
  })
})

test('calls are nothing to who answers none', async () => {
  const page = await openDesk('/desk?call=c-12', { as: 'editor' })
  await page.keyboard.press('F2')
  expect(await page.locator('.desk-calls, .desk-answer-call').count()).toBe(0)
  await closeWindow(page)
})

test('whoever signs out leaves no call behind', async () => {
  const page = await openDesk('/desk?call=c-13')
  await current(page).waitFor()
  await page.locator('.desk-header button', { hasText: '退出' }).click()
  await page.waitForURL('**/login')
  expect(await page.evaluate(() => window.sessionStorage.length)).toBe(0)
  await closeWindow(page)
})

test('a call fits a phone', async () => {
  const page = await openDesk('/desk', { viewport: phone })
  await page.click('.desk-answer-call')
  await current(page).waitFor()
  await page.selectOption('#desk-district', district.id)
  await page.click('.desk-calls .desk-copy')
  await page.waitForSelector('.desk-ending')
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(excess).toBe(0)
  expect(await violationsOf(page)).toEqual([])
  await closeWindow(page)
})
