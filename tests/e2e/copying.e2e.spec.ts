import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import type { Entry as ReadEntry } from '@/reading/readEntry'
import { found, hire, type Unit, type Worker } from '../int/city'
import { completeIn, publish, take, text, type Entry } from '../int/entries'
import { whenFound } from '../int/searching'
import { as } from '../server/people'
import { askAndOpen, before, clipboardOf, hold, openDesk, press, readsEntry } from './atDesk'
import { closeWindow } from './browser'

let unit: Unit
let people: { editor: Worker; approver: Worker }
let entry: Entry
let aCase: Entry
let notice: Entry

beforeAll(async () => {
  unit = await found('department', '市城管局')
  people = { editor: await hire(unit, 'editor'), approver: await hire(unit, 'approver') }
  const open = { openToUnits: true, openToPublic: false }
  entry = await publish(people, unit, open)
  const body = text(`${'施工期间请绕行。'.repeat(30)}`, '解除时间另行通知')
  notice = await publish(people, unit, { ...open, body }, 'notices')
  const centre = await as('centre')
  const sent = completeIn.cases(unit, { result: '十月三日更换灯泡\n并向来电人说明' })
  const { body: made } = await centre.post<{ doc: Entry }>('/api/cases', sent)
  aCase = { ...made.doc, library: 'cases' }
  await take(centre, aCase, 'publish', { confirmed: true })
  await whenFound(await as('agent'), entry, notice, aCase)
}, 120_000)
const openAt = async (page: Page, { title, number }: Entry) => askAndOpen(page, title, number)

/** Lets the API say something else of an entry than it does. */
const say = (page: Page, { number }: Entry, part: Partial<ReadEntry>) =>
  page.route(readsEntry(number), async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, json: { ...(await answer.json()), ...part } })
  })

describe('the note for the work order', () => {
  test('is the result of a case, with its number, as the desk shows it', async () => {
    const page = await openDesk()
    await openAt(page, aCase)
    expect(await press(page, 'c')).toContain(aCase.number)
    const shown = await page.textContent('.desk-answer')
    expect(shown).toBe('十月三日更换灯泡\n并向来电人说明')
    expect(await clipboardOf(page)).toBe(
      `经查询知识库等，结果为：${shown}（编号：${aCase.number}，第1版）`,
    )
    await closeWindow(page)
  })

  test('is the beginning of a notice', async () => {
    const page = await openDesk()
    await openAt(page, notice)
    await press(page, 'c')
    const shown = await page.textContent('.desk-answer')
    expect(shown).toMatch(/^(施工期间请绕行。)+……$/)
    expect(await clipboardOf(page)).toContain(`结果为：${shown}（编号：${notice.number}，第1版）`)
    await closeWindow(page)
  })

  test('is never an empty one', async () => {
    const page = await openDesk()
    await say(page, entry, { summary: '', html: '<img src="/icon.svg" alt="">' })
    await openAt(page, entry)
    expect(await page.locator('.desk-actions .button').count()).toBe(0)
    expect(await press(page, 'c')).toContain('没有复制')
    expect(await clipboardOf(page)).toBe(before)
    await closeWindow(page)
  })

  test('is not copied while an entry is still being opened', async () => {
    const page = await openDesk()
    const release = await hold(page, readsEntry(entry.number))
    await page.fill('#desk-box', entry.title)
    await page.click(`ol:not([inert]) > li > [data-hit][href="/e/${entry.number}"]`)
    expect(await press(page, 'c')).toContain('没有复制')
    release()
    await page.waitForSelector('.desk-answer')
    expect(await clipboardOf(page)).toBe(before)
    await closeWindow(page)
  })

  test('and the answer, asked for at once, leave what was asked for last', async () => {
    const page = await openDesk()
    await openAt(page, entry)
    await page.locator('.desk-entry').evaluate((pane: HTMLElement) => pane.focus())
    for (const key of ['a', 'c', 'a', 'c', 'a']) await page.keyboard.press(key)
    await page.waitForSelector('.toast[data-shown]')
    expect(await clipboardOf(page)).toMatch(new RegExp(`^问：.+编号：${entry.number}$`, 's'))
    await closeWindow(page)
  })

  test('is of the same entry after the language was changed', async () => {
    const page = await openDesk()
    await openAt(page, entry)
    await page.click('a[href="/language/en"]')
    await page.waitForSelector('html[lang=en] .desk-answer')
    expect(await page.inputValue('#desk-box')).toBe(entry.title)
    expect(await press(page, 'c')).toContain('The note was copied')
    expect(await clipboardOf(page)).toContain(`（编号：${entry.number}，第1版）`)
    await closeWindow(page)
  })
})

describe('what changed while it was open', () => {
  test('is not copied where it was withdrawn, and goes', async () => {
    const withdrawn = await publish(people, unit, { openToUnits: true })
    await whenFound(await as('agent'), withdrawn)
    const page = await openDesk()
    await openAt(page, withdrawn)
    await take(people.approver, withdrawn, 'withdraw', { kind: 'inError', sentence: '有误' })
    expect(await press(page, 'c')).toContain('下架')
    expect(await clipboardOf(page)).toBe(before)
    expect(await page.locator('.desk-answer').count()).toBe(0)
    expect(await page.textContent('.desk-entry .warning')).toContain('已下架')
    expect(await press(page, 'c')).toContain('没有复制')
    await closeWindow(page)
  })

  test('is shown first where it was renewed, and copied when asked again', async () => {
    const page = await openDesk()
    await openAt(page, entry)
    await say(page, entry, { summary: '自今日起网上办理。' })
    expect(await press(page, 'c')).toContain('刚刚更新')
    expect(await clipboardOf(page)).toBe(before)
    expect(await page.textContent('.desk-answer')).toBe('自今日起网上办理。')
    expect(await press(page, 'c')).toContain('已复制')
    expect(await clipboardOf(page)).toContain('结果为：自今日起网上办理。')
    await closeWindow(page)
  })

  test('is copied as shown where nobody can say, and that is said', async () => {
    const page = await openDesk()
    await openAt(page, entry)
    await page.route(readsEntry(entry.number), (route) => route.abort())
    expect(await press(page, 'c')).toMatch(/已复制.+没能核对/)
    expect(await clipboardOf(page)).toContain(await shownIn(page))
    await closeWindow(page)
  })

  test('is not copied once the session has ended', async () => {
    const page = await openDesk()
    await openAt(page, entry)
    await page.context().clearCookies()
    expect(await press(page, 'c')).toContain('登录已过期')
    expect(await clipboardOf(page)).toBe(before)
    await closeWindow(page)
  })
})

describe('the note of a three-way call', () => {
  test('names the unit and its phone, for the result to be added', async () => {
    const page = await openDesk()
    const contact = { phone: '0550-3012345', address: null, hours: null, number: null }
    await say(page, entry, { contact })
    await openAt(page, entry)
    expect(await press(page, 't')).toContain(`${unit.name}、0550-3012345`)
    expect(await clipboardOf(page)).toBe(`经三方通话（${unit.name}、0550-3012345），结果为：`)
    await closeWindow(page)
  })

  test('names the unit alone where it publishes no phone, and says so', async () => {
    const page = await openDesk()
    await openAt(page, entry)
    expect(await press(page, 't')).toContain('没有公布电话')
    expect(await clipboardOf(page)).toBe(`经三方通话（${unit.name}），结果为：`)
    await closeWindow(page)
  })
})

const shownIn = async (page: Page) => (await page.textContent('.desk-answer')) ?? ''

describe('a browser that copies nothing', () => {
  const refuse = () => {
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: () => Promise.reject(new Error('refused')) },
    })
    document.execCommand = () => false
  }
  const selected = (page: Page) =>
    page.locator('.desk-by-hand textarea').evaluate((area: HTMLTextAreaElement) => {
      const { selectionStart, selectionEnd, value } = area
      return document.activeElement === area ? value.slice(selectionStart, selectionEnd) : null
    })

  test('is said to, and the note is selected to be copied by hand', async () => {
    const page = await openDesk()
    await openAt(page, entry)
    await page.evaluate(refuse)
    await page.locator('.desk-entry').evaluate((pane: HTMLElement) => pane.focus())
    await page.keyboard.press('c')
    await page.waitForSelector('.desk-by-hand')
    expect(await selected(page)).toContain(`结果为：${await shownIn(page)}`)
    expect(await page.locator('.toast[data-shown]').count()).toBe(0)
    expect(await page.textContent('.desk-by-hand')).toContain('Ctrl+C')
    await page.keyboard.press('Escape')
    expect(await page.locator('.desk-by-hand').count()).toBe(0)
    expect(await page.locator('.desk-answer').count()).toBe(1)
    await closeWindow(page)
  })

  test('offers nothing of the entry before', async () => {
    const page = await openDesk()
    await openAt(page, entry)
    await page.evaluate(refuse)
    await page.click('.desk-copy')
    await page.waitForSelector('.desk-by-hand')
    await openAt(page, aCase)
    expect(await page.locator('.desk-by-hand').count()).toBe(0)
    await closeWindow(page)
  })
})
