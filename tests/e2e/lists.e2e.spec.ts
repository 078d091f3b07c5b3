import { beforeEach, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { foundCity } from '../int/city'
import { history, publish, submit, take, write, type Entry } from '../int/entries'
import { confirm, openEntry, readsAt, said } from './admin'
import { closeWindow, openLive, phone, violationsOf } from './browser'

let city: Awaited<ReturnType<typeof foundCity>>

beforeEach(async () => {
  city = await foundCity()
})

const list = '/admin/collections/knowledge'
const boxOf = (page: Page, { number }: Entry) =>
  page.locator(`.zk-list tr:has-text("${number}") input[type=checkbox]`)

/** The names of the buttons top right. */
const buttons = (page: Page) =>
  page.locator('.zk-head__actions :is(.btn, .zk-button)').allTextContents()

const lastStep = async (entry: Entry) => (await history(city.editor, entry))[0]?.step

describe('the list of a library', () => {
  test('has the procedure’s filters in its order, says none quietly, and its title opens an entry', async () => {
    const entry = await submit(city.editor, await write(city.editor, city.bureau))
    const page = await openEntry(city.editor.username)
    await openLive(page, list, '.zk-filter a')
    const chips = await page.locator('.zk-filter a').allTextContents()
    expect(chips.map((chip) => chip.replace(/\d+/, '').trim())).toEqual([
      ...['全部记录', '未提交', '审批中', '已审批', '已退回', '申请删除', '已下架', '回收站'],
    ])
    expect(await page.locator('.zk-filter a:has(.zk-count--none)').allTextContents()).toEqual([
      ...['已审批 0', '已退回 0', '申请删除 0', '已下架 0', '回收站 0'],
    ])
    expect(await buttons(page)).toEqual(['提交审批', '提交删除', '新增'])
    await page.click('.zk-filter a:has-text("审批中")')
    await page.waitForURL('**?state=pending')
    await page.waitForSelector('.zk-page:has-text("共 1 条")')
    await page.click(`.zk-list a:has-text("${entry.title}")`)
    await page.waitForURL(`**/${entry.id}`)
    await closeWindow(page)
  }, 240_000)

  test('is narrowed by words, category and order in its address, and comes back so', async () => {
    const entry = await write(city.editor, city.bureau)
    const page = await openEntry(city.editor.username)
    await openLive(page, list, '.zk-filters')
    await page.fill('.zk-search input', entry.title)
    await page.keyboard.press('Enter')
    await page.waitForSelector('.zk-page:has-text("共 1 条")')
    await page.getByLabel('按类别筛选').selectOption({ label: '公共服务' })
    await page.waitForURL(/category=services/)
    await page.getByLabel('排序', { exact: true }).selectOption({ label: '编号从小到大' })
    await page.waitForURL(/sort=number/)
    await page.reload()
    expect(await page.inputValue('.zk-search input')).toBe(entry.title)
    await page.waitForSelector(`.zk-list tr:has-text("${entry.number}")`)
    await page.getByRole('button', { name: '清除筛选' }).click()
    await page.waitForFunction(() => !window.location.search.includes('search'))
    await page.waitForSelector('.zk-page:has-text("共 5 条")')
    await closeWindow(page)
  }, 240_000)

  test('is on a phone a card for each entry, its state first, and nothing scrolls sideways', async () => {
    const entry = await submit(city.editor, await write(city.editor, city.bureau))
    const page = await openEntry(city.approver.username)
    await page.setViewportSize(phone)
    await openLive(page, `${list}?state=pending`, '.zk-list input')
    const row = page.locator(`.zk-list tr:has-text("${entry.number}")`)
    const top = async (part: string) => (await row.locator(part).boundingBox())?.y ?? NaN
    expect(await top('.zk-list__state')).toBeLessThan(await top('.zk-list__title a'))
    expect(await top('.zk-list__title a')).toBeLessThan(await top('[data-label=类别]'))
    await boxOf(page, entry).check()
    const bar = await page.locator('.zk-bulk').boundingBox()
    expect(bar && bar.y + bar.height <= phone.height && bar.width <= phone.width).toBe(true)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width)
    expect(await violationsOf(page)).toEqual([])
    await closeWindow(page)
  }, 240_000)
})

describe('several that are submitted', () => {
  test('are each named, with what is missing before anything is tried; the others go', async () => {
    const whole = await write(city.editor, city.bureau)
    const lacking = await write(city.editor, city.bureau, { summary: '' })
    const page = await openEntry(city.editor.username)
    await openLive(page, `${list}?state=draft`, '.zk-list input')
    for (const entry of [whole, lacking]) await boxOf(page, entry).check()
    await page.click('#several-submit')
    await page.waitForSelector('.zk-dialog h2:has-text("提交审批：2 条")')
    const kept = page.locator('.zk-dialog .zk-notice li')
    await kept.filter({ hasText: lacking.title }).getByText('概要').waitFor()
    await page.waitForSelector(`.zk-dialog:has-text("将办理 1 条"):has-text("${whole.title}")`)
    expect(await lastStep(whole)).toBeUndefined()
    expect(await violationsOf(page, '.zk-dialog')).toEqual([])
    await confirm(page)
    await page.waitForSelector('.zk-dialog:has-text("已办理 1 条")')
    expect(await page.textContent('.zk-dialog .zk-refused')).toContain(lacking.number)
    expect(await lastStep(whole)).toBe('submit')
    expect(await lastStep(lacking)).toBeUndefined()
    await page.click('.zk-dialog button:has-text("关闭")')
    await page.waitForSelector('.zk-bulk:has-text("已选 0 条")')
    await closeWindow(page)
  }, 240_000)

  test('are not offered where none can be: the button stays off, with the reasons', async () => {
    const lacking = await write(city.editor, city.bureau, { summary: '' })
    const page = await openEntry(city.editor.username)
    await openLive(page, list, '.zk-list input')
    await boxOf(page, lacking).check()
    await page.click('#several-submit')
    await page.waitForSelector('.zk-dialog:has-text("都不能办理")')
    expect(await page.isDisabled('.zk-dialog button[type=submit]')).toBe(true)
    await closeWindow(page)
  }, 240_000)
})

describe('the deletions asked for', () => {
  const asked = async (reason: string) =>
    take(
      city.editor,
      await publish(city, city.bureau, { openToUnits: true, openToPublic: true }),
      'requestDeletion',
      { reason },
    )

  test('are decided by 审批 and 退回 and nothing else, one as well as several', async () => {
    const [first, second, third] = [await asked('已停办'), await asked('重复'), await asked('改期')]
    const page = await openEntry(city.approver.username)
    await openLive(page, '/admin', '.zk-nav a')
    await page.locator('.zk-nav').getByRole('link', { name: '删除知识库审批' }).click()
    await page.waitForSelector('h1:text-is("删除知识库审批")')
    expect(await buttons(page)).toEqual(['审批', '退回'])
    await page.waitForSelector(`.zk-list tr:has-text("${first.number}"):has-text("已停办")`)

    for (const entry of [first, second]) await boxOf(page, entry).check()
    await page.click('#several-approveDeletion')
    await page.waitForSelector('.zk-dialog:has-text("将办理 2 条")')
    for (const { number } of [first, second]) {
      await page.waitForSelector(`.zk-dialog li:has-text("${number}")`)
    }
    await confirm(page)
    await page.waitForSelector('.zk-dialog:has-text("已办理 2 条")')
    await page.click('.zk-dialog button:has-text("关闭")')
    expect(await readsAt(first)).toBe(404)
    expect(await lastStep(second)).toBe('approveDeletion')

    await page.click(`.zk-list a:has-text("${third.title}")`)
    await page.waitForSelector('.zk-entry #step-approveDeletion')
    expect(await page.locator('.zk-entry .zk-steps .btn').allTextContents()).toEqual([
      '审批',
      '退回',
    ])
    await page.click('#step-refuseDeletion')
    await page.waitForSelector(`.zk-dialog h2:has-text("${third.number} ${third.title}")`)
    await page.fill('.zk-dialog textarea', '仍在办理。')
    await confirm(page)
    await said(page, '已退回删除申请')
    expect(await readsAt(third)).toBe(200)
    await closeWindow(page)
  }, 240_000)

  test('are returned together with one reason, and nobody decides on their own request', async () => {
    const [first, second] = [await asked('重复'), await asked('改期')]
    const page = await openEntry(city.approver.username)
    await openLive(page, `${list}?flag=deletion`, '.zk-list input')
    await page.click('.zk-list thead input')
    await page.click('#several-refuseDeletion')
    await page.waitForSelector('.zk-dialog:has-text("将办理 2 条")')
    await confirm(page)
    expect(await page.textContent('.zk-dialog [role=alert]')).toBe('请填写。')
    await page.fill('.zk-dialog textarea', '仍在办理。')
    await confirm(page)
    await page.waitForSelector('.zk-dialog:has-text("已办理 2 条")')
    for (const entry of [first, second]) {
      expect((await history(city.editor, entry))[0]).toMatchObject({
        ...{ step: 'refuseDeletion', reason: '仍在办理。' },
      })
    }
    await closeWindow(page)
  }, 240_000)
})

describe('保存并上线', () => {
  test('shows what changes for readers and asks before it happens', async () => {
    const entry = await publish(city, city.bureau, { openToUnits: true, openToPublic: true })
    const page = await openEntry('centre')
    await openLive(page, `${list}/${entry.id}?direct=1`, '#field-summary')
    await page.fill('#field-summary', '请带户口簿到窗口办理。')
    await page.click('#action-save:not([disabled])')
    await page.waitForSelector('.zk-dialog ins:has-text("户口簿")')
    await page.waitForSelector(`.zk-dialog h2:has-text("${entry.number}")`)
    expect(await violationsOf(page, '.zk-dialog')).toEqual([])
    await page.click('.zk-dialog button:has-text("取消")')
    expect(await lastStep(entry)).toBe('approve')
    expect(await page.inputValue('#field-summary')).toBe('请带户口簿到窗口办理。')
    await page.fill('#field-summary', '')
    await page.click('#action-save:not([disabled])')
    await page.waitForSelector('.zk-dialog [role=alert]:has-text("概要")')
    expect(await page.isDisabled('.zk-dialog button[type=submit]')).toBe(true)
    await closeWindow(page)
  }, 240_000)
})
