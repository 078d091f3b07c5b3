import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { password as demoPassword } from '../server/launch.mjs'
import { anyone } from '../server/people'
import { foundCity, hire } from '../int/city'
import { write } from '../int/entries'
import { confirm, openEntry, said } from './admin'
import { closeWindow, phone, violationsOf } from './browser'

let city: Awaited<ReturnType<typeof foundCity>>

beforeAll(async () => {
  city = await foundCity()
})

async function open(username: string, path: string): Promise<Page> {
  const page = await openEntry(username)
  await page.goto(path)
  await page.waitForSelector('.zk-page h1')
  return page
}

async function expectFitsPhone(page: Page): Promise<void> {
  await page.setViewportSize(phone)
  await page.reload()
  await page.waitForSelector('.zk-page h1')
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(excess).toBe(0)
  expect(await violationsOf(page)).toEqual([])
}

describe('the units', () => {
  test('the centre finds the units that lack an approver or an entry they owe, from the menu', async () => {
    const page = await open('centre', '/admin/units')
    expect(await page.textContent('.zk-nav [aria-current=page]')).toBe('单位情况')
    expect(await page.locator('.zk-bell').count()).toBe(1)
    await page.fill('.zk-filters [name=q]', city.elsewhere.name)
    await page.selectOption('.zk-filters [name=show]', 'lacking')
    await page.click('.zk-filters button')
    await page.waitForURL('**show=lacking')
    const row = page.locator('.zk-table tbody tr')
    expect(await row.count()).toBe(1)
    expect(await row.textContent()).toContain('缺分管领导')
    expect(await row.textContent()).toContain('机构设置、班子成员、办公地址、联络方式')
    expect(await violationsOf(page)).toEqual([])
    await row.locator('a').first().click()
    await page.waitForSelector(`.zk-page h1:has-text("${city.elsewhere.name}")`)
    expect(await page.locator('.zk-topics li').count()).toBe(4)
    expect(await violationsOf(page)).toEqual([])
    await expectFitsPhone(page)
    await closeWindow(page)
  }, 240_000)

  test('the centre’s first page says how many units lack a role, and leads to them', async () => {
    const page = await openEntry('centre')
    await page.goto('/admin')
    const link = page.locator('.zk-attention a:has-text("缺少角色的单位")')
    const said = Number(await link.locator('.zk-count').textContent())
    expect(said).toBeGreaterThan(0)
    await link.click()
    await page.waitForURL('**/admin/units?show=lacking')
    await page.waitForSelector('.zk-table tbody tr')
    expect(await page.locator('.zk-table tbody tr').count()).toBe(said)
    await closeWindow(page)
  }, 120_000)

  test('an approver sees the own unit and no other', async () => {
    const page = await open(city.approver.username, '/admin/units')
    expect(await page.locator('.zk-table tbody tr').count()).toBe(1)
    await expectFitsPhone(page)
    await page.goto(`/admin/units/${city.elsewhere.id}`)
    await page.waitForSelector('h1:has-text("没有这个页面")')
    expect(await page.locator(`h1:has-text("${city.elsewhere.name}")`).count()).toBe(0)
    await closeWindow(page)
  }, 240_000)
})

describe('the operator and people', () => {
  test('finds a person by unit and role, gives a new password, deactivates and is told what is left', async () => {
    const leaver = await hire(city.bureau, 'editor')
    await write(leaver, city.bureau)
    const page = await open('operator', `/admin/collections/users?unit=${city.bureau.id}`)
    expect(await violationsOf(page)).toEqual([])
    const row = page.locator(`.zk-table tr:has-text("${leaver.username}")`)
    await row.getByRole('button', { name: '重置密码' }).click()
    await confirm(page)
    const password = (await page.textContent('.zk-password code')) ?? ''
    const signIn = (word: string) =>
      anyone().post('/api/users/login', { username: leaver.username, password: word })
    expect((await signIn(password)).status).toBe(200)
    expect((await signIn(demoPassword)).status).toBe(401)
    await page.click('.zk-dialog button:has-text("关闭")')
    await row.getByRole('button', { name: '停用' }).click()
    await page.waitForSelector('.zk-touched li')
    expect(await page.textContent('.zk-touched')).toContain('经办的内容 1 条：未提交 1')
    expect(await violationsOf(page)).toEqual([])
    await confirm(page)
    await said(page, '已停用')
    expect((await signIn(password)).status).toBe(403)
    await expectFitsPhone(page)
    await closeWindow(page)
  }, 240_000)

  test('hands all of a person’s entries to a colleague by numbers, never seeing a title', async () => {
    const leaver = await hire(city.bureau, 'editor')
    const heir = await hire(city.bureau, 'editor')
    const first = await write(leaver, city.bureau)
    const second = await write(leaver, city.bureau)
    const page = await open('operator', `/admin/handover?from=${leaver.id}`)
    await page.waitForSelector(`.zk-table:has-text("${first.number}")`)
    expect(await page.textContent('.zk-page')).not.toContain(first.title)
    expect(await violationsOf(page)).toEqual([])
    await expectFitsPhone(page)
    await page.selectOption('[name=to]', heir.id)
    await page.click('.zk-handover button[type=submit]')
    await page.waitForSelector('.zk-handover__result:has-text("已移交 2 条")')
    await closeWindow(page)

    const own = await openEntry(heir.username)
    await own.goto('/admin/collections/knowledge')
    await own.getByLabel('按经办人筛选').selectOption({ label: '我经办的' })
    await own.waitForURL(/keeper=/)
    await own.waitForSelector('.zk-page:has-text("共 2 条")')
    await own.waitForSelector(`tr:has-text("${second.number}")`)
    expect(await own.locator('.zk-list tbody tr').count()).toBe(2)
    await own.goto(`/admin/collections/knowledge/${first.id}`)
    await own.waitForSelector('.zk-history:has-text("经办人")')
    await closeWindow(own)
  }, 240_000)
})
