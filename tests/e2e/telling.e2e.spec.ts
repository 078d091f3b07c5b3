import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { found, hire, type Unit, type Worker } from '../int/city'
import { submit, take, write } from '../int/entries'
import { openPage, phone, violationsOf } from './browser'

let unit: Unit
let editor: Worker
let approver: Worker

beforeAll(async () => {
  unit = await found('department', '市气象局')
  editor = await hire(unit, 'editor')
  approver = await hire(unit, 'approver')
})
async function open(person: Worker, path: string, more: object = {}): Promise<Page> {
  const page = await openPage({ as: person.username, locale: 'zh-CN', ...more })
  page.setDefaultTimeout(60_000)
  await page.goto(path)
  return page
}

describe('the bell', () => {
  test('says how many are unread, leads to the entry, and is read with it; by keyboard, on a phone', async () => {
    const entry = await submit(editor, await write(editor, unit))
    const page = await open(approver, '/admin', { viewport: phone })
    const bell = page.getByRole('button', { name: '消息，1 条未读' })
    await bell.focus()
    await page.keyboard.press('Enter')
    const panel = page.getByRole('region', { name: '消息' })
    await panel.getByText(entry.title).waitFor()
    expect(await violationsOf(page, '.zk-bell')).toEqual([])
    const box = await panel.boundingBox()
    expect(box && box.x >= 0 && box.x + box.width <= phone.width).toBe(true)
    await page.keyboard.press('Escape')
    expect(await panel.isVisible()).toBe(false)
    await bell.click()
    await panel.getByText(entry.title).click()
    await page.waitForURL(new RegExp(entry.id))
    await page.getByRole('button', { name: '消息，0 条未读' }).waitFor()
  })

  test('marks all as read; the page behind it shows all', async () => {
    const entry = await submit(editor, await write(editor, unit))
    await take(approver, entry, 'return', { reason: '电话有误' })
    const page = await open(editor, '/admin')
    await page.getByRole('button', { name: /条未读/ }).click()
    await page.getByRole('button', { name: '全部标为已读' }).click()
    await page.getByRole('button', { name: '消息，0 条未读' }).waitFor()
    await page.getByRole('link', { name: '查看全部消息' }).click()
    await page.waitForURL(/admin\/messages/)
    await page.getByText('电话有误').first().waitFor()
    expect(await violationsOf(page, '.zk-allmessages')).toEqual([])
  })
})

describe('delegating', () => {
  test('an approver names a colleague on their own account, who is told and may decide', async () => {
    const delegate = await hire(unit, 'staff')
    const page = await open(approver, '/admin/account')
    await page.getByLabel('受委托人').selectOption(delegate.id)
    await page.getByRole('button', { name: '委托', exact: true }).click()
    expect(await violationsOf(page, '.zk-dialog')).toEqual([])
    await page.locator('.zk-dialog .zk-button--primary').click()
    await page.getByText('委托已保存').waitFor()
    expect(await violationsOf(page, '.zk-panels')).toEqual([])
    const theirs = await open(delegate, '/admin')
    await theirs.getByText('您正受某人委托代行审批').waitFor()
    await page.getByRole('button', { name: '结束委托' }).first().click()
    await page.locator('.zk-dialog .zk-button--primary').click()
    await page.getByText('委托已结束').waitFor()
    await theirs.goto('/admin')
    await theirs.waitForURL(/\/desk/)
  })

  test('each person chooses on their own account how they are mailed', async () => {
    const page = await open(editor, '/admin/account')
    await page.getByLabel('邮箱').fill('editor@example.cn')
    await page.getByLabel('发送方式').selectOption('soon')
    await page.getByRole('button', { name: '保存邮件通知' }).click()
    await page.getByText('邮件通知已保存').waitFor()
    await page.reload()
    expect(await page.getByLabel('邮箱').inputValue()).toBe('editor@example.cn')
  })
})
