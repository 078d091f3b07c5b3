import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { foundCity } from '../int/city'
import { publish, take, type Entry } from '../int/entries'
import { confirm, expectAccessible, openEntry, said } from './admin'
import { closeWindow, isTooWide, openLive, openPage, phone, violationsOf } from './browser'

let city: Awaited<ReturnType<typeof foundCity>>

beforeAll(async () => {
  city = await foundCity()
})

const newPlan = () => publish(city, city.bureau, { openToUnits: true }, 'plans')
const openDesk = async (options: Parameters<typeof openPage>[0]) => {
  const page = await openPage(options)
  await openLive(page, '/desk', '#desk-box')
  return page
}
/** The plan on top of a desk: by its title, since others stand there too. */
const onTop = (page: Page, { title }: Entry) => page.locator('.active-plan', { hasText: title })
const sentence = '下游三个村先转移，来电只登记位置和人数，立即转防汛办。'
const tomorrow = () => new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString()

describe('启动预案', () => {
  test('by an approver shows on an agent’s open desk, is confirmed by one key, and goes with its end', async () => {
    const plan = await newPlan()
    const agent = await openDesk({ as: 'agent' })
    const approver = await openEntry(city.approver.username, plan)
    await approver.click('#step-activate')
    await expectAccessible(approver)
    await confirm(approver)
    expect(await approver.textContent('.zk-dialog [role=alert]')).toContain('给话务员的一句话')
    await approver.fill('.zk-dialog textarea', sentence)
    await confirm(approver)
    await said(approver, '预案已启动')
    await approver.waitForSelector(`.zk-notice:has-text("${sentence}")`)

    const banner = onTop(agent, plan)
    await banner.locator('.active-plan-sentence', { hasText: sentence }).waitFor()
    expect(await agent.textContent('[aria-live=assertive]')).toContain(sentence)
    expect(await violationsOf(agent)).toEqual([])
    await banner.locator('[data-bulletin]').click()
    await agent.waitForSelector(`.desk-title:has-text("${plan.title}")`)
    await agent.locator('.desk-entry').focus()
    // The newest of those that are unread.
    await agent.keyboard.press('y')
    await agent.waitForSelector(`.toast:has-text("您已阅“${plan.title}”")`)
    await banner.locator('.bulletin-confirm').waitFor({ state: 'detached' })
    expect(await banner.isVisible()).toBe(true)
    await agent.reload()
    await onTop(agent, plan).waitFor()
    expect(await onTop(agent, plan).locator('.bulletin-confirm').count()).toBe(0)

    // As they come back to their window, which stayed open.
    await approver.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    const receipts = approver.locator('.zk-receipts')
    await receipts.locator('[role=status]', { hasText: '话务员已阅 1 /' }).waitFor()
    await receipts.locator('p', { hasText: / · 进行中 · 1 人已阅$/ }).waitFor()
    await receipts.getByRole('button', { name: '已阅', exact: true }).click()
    await receipts.locator('li time').waitFor()
    expect(await violationsOf(approver, '.zk-receipts')).toEqual([])
    await approver.click('#step-deactivate')
    await confirm(approver)
    await said(approver, '启动已结束')
    await onTop(agent, plan).waitFor({ state: 'detached' })
    await closeWindow(approver)
    await closeWindow(agent)
  }, 240_000)

  test('on a phone stands on top too, no wider than the screen, and is confirmed there', async () => {
    const plan = await newPlan()
    await take(city.approver, plan, 'activate', { sentence: sentence.repeat(4), until: tomorrow() })
    const page = await openDesk({ as: 'agent', viewport: phone })
    await onTop(page, plan).waitFor()
    expect(await isTooWide(page)).toBe(false)
    expect(await violationsOf(page)).toEqual([])
    await onTop(page, plan).locator('.bulletin-confirm').click()
    await onTop(page, plan).locator('.bulletin-confirm').waitFor({ state: 'detached' })
    await take(city.approver, plan, 'deactivate')
    await onTop(page, plan).waitFor({ state: 'detached' })
    await closeWindow(page)
  }, 240_000)

  test('reaches a desk whose stream a proxy keeps back', async () => {
    const plan = await newPlan()
    const page = await openPage({ as: 'agent' })
    await page.route('**/api/desk/events', (route) => route.abort())
    await openLive(page, '/desk', '#desk-box')
    await take(city.approver, plan, 'activate', { sentence, until: tomorrow() })
    await onTop(page, plan).waitFor()
    await take(city.approver, plan, 'deactivate')
    await onTop(page, plan).waitFor({ state: 'detached' })
    await closeWindow(page)
  }, 240_000)
})

describe('推送话务员', () => {
  test('stands first in the pane, above the hits while another entry is open, until 已阅', async () => {
    const entry = await publish(city, city.bureau, { openToUnits: true })
    const page = await openDesk({ as: city.stranger.username })
    const approver = await openEntry(city.approver.username, entry)
    await approver.click('#step-push')
    await confirm(approver)
    await said(approver, '已推送')
    const pushed = page.locator('.pushed li', { hasText: entry.title })
    await pushed.waitFor()
    expect(await violationsOf(page)).toEqual([])
    await page.locator('.desk-hit').first().click()
    await page.waitForSelector('.desk-title')
    const line = page.locator('.pushed-line')
    expect(await line.textContent()).toContain('推送未阅')
    await line.locator('[data-bulletin]', { hasText: entry.title }).click()
    await page.waitForSelector(`.desk-title:has-text("${entry.title}")`)
    await line.locator('.bulletin-confirm').click()
    await page.waitForSelector(`.toast:has-text("您已阅“${entry.title}”")`)
    await page.locator('.pushed-line', { hasText: entry.title }).waitFor({ state: 'detached' })
    await take(city.approver, entry, 'unpush')
    await closeWindow(approver)
    await closeWindow(page)
  }, 240_000)
})
