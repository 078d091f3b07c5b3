import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { foundCity } from '../int/city'
import { submit, text, write } from '../int/entries'
import { confirm, openEntry, said } from './admin'
import { closeWindow, openLive, phone, violationsOf } from './browser'

let city: Awaited<ReturnType<typeof foundCity>>

beforeAll(async () => {
  city = await foundCity()
})

const list = '/admin/collections/knowledge'

/** A text that is much longer than the window, waiting for approval. */
const longText = async () => {
  const lines = Array.from({ length: 40 }, (_, at) => `第 ${at + 1} 步，到窗口办理。`)
  return submit(city.editor, await write(city.editor, city.bureau, { body: text(...lines) }))
}

describe('an approver on a phone', () => {
  const isInView = async (page: Page, part: string) => {
    const box = await page.locator(part).boundingBox()
    return box !== null && box.y >= 0 && box.y + box.height <= phone.height
  }

  test('has 审批 and 退回 in view wherever the text is read, and is led to what is not confirmed', async () => {
    const entry = await longText()
    const page = await openEntry(city.approver.username)
    await page.setViewportSize(phone)
    await openLive(page, `${list}/${entry.id}`, '#step-approve')
    for (const part of ['#step-approve', '#step-return'])
      expect(await isInView(page, part)).toBe(true)
    await page.click('#step-approve')
    await page.waitForFunction(() => document.activeElement?.matches('.zk-confirmations input'))
    expect(await isInView(page, '.zk-confirmations input:focus')).toBe(true)
    for (const box of await page.locator('.zk-confirmations input').all()) await box.check()
    await page.waitForSelector('.zk-decide:has-text("已确认 4 / 4")')
    expect(await violationsOf(page, '.zk-entry')).toEqual([])
    await page.click('#step-approve')
    await said(page, '已审批')
    await closeWindow(page)
  }, 240_000)

  test('remarks on a passage where it stands, and goes on reading there', async () => {
    const entry = await longText()
    const page = await openEntry(city.approver.username)
    await page.setViewportSize(phone)
    await openLive(page, `${list}/${entry.id}`, '#step-return')
    await page.getByText('第 20 步').scrollIntoViewIfNeeded()
    const before = await page.evaluate(() => window.scrollY)
    await page.evaluate(() => {
      const line = [...document.querySelectorAll('.zk-text__body p')].find((one) =>
        one.textContent?.startsWith('第 20 步'),
      )
      window.getSelection()?.selectAllChildren(line as Element)
    })
    await page.waitForSelector('.zk-remarkhere')
    expect(await isInView(page, '.zk-remarkhere')).toBe(true)
    await page.click('.zk-remarkhere')
    await page.fill('.zk-dialog textarea', '写明哪一层。')
    await confirm(page)
    await page.waitForSelector('.zk-dialog', { state: 'detached' })
    expect(await page.evaluate(() => window.scrollY)).toBe(before)
    await page.click('#step-return')
    expect(await page.inputValue('.zk-dialog textarea')).toBe(
      '「第 20 步，到窗口办理。」：写明哪一层。',
    )
    await closeWindow(page)
  }, 240_000)

  test('delegates on a page that fits', async () => {
    const page = await openEntry(city.approver.username)
    await page.setViewportSize(phone)
    await openLive(page, '/admin/account', '.zk-fields select')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width)
    await closeWindow(page)
  }, 240_000)
})
