import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { childrenOf, found, hire, type Unit } from '../int/city'
import { write } from '../int/entries'
import { confirm, openEntry } from './admin'
import { closeWindow, phone, standsStill, violationsOf } from './browser'

let county: Unit
let neighbour: Unit
let office: Unit
let bureau: Unit

beforeAll(async () => {
  county = await found('region', '走查县')
  neighbour = await found('region', '核对县')
  office = await found('department', '县政府办', county)
  bureau = await found('department', '县农业局', county)
})

const row = (page: Page, { name }: { name: string }) =>
  page.locator(`[role=treeitem]:has-text("${name}")`)

const announced = (page: Page, words: string) =>
  page.waitForSelector(`.zk-tree__notice [role=status]:has-text("${words}")`)

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.querySelector('.zk-tree__name')?.textContent)

const bodiesOf = async (unit: Unit) =>
  (await childrenOf(unit.id)).filter(({ kind }) => kind === 'department').map(({ id }) => id)

/** The tree with the county found and opened. */
async function openTree(username: string, options: object = {}): Promise<Page> {
  const page = await openEntry(username)
  if ('viewport' in options) await page.setViewportSize(phone)
  await page.goto('/admin/collections/nodes')
  await page.waitForSelector('[role=treeitem]')
  return page
}

describe('the knowledge tree by keyboard', () => {
  test('the centre walks it, orders a node, is told so and keeps the focus', async () => {
    const page = await openTree('centre')
    await page.fill('.zk-tree__search input', county.name)
    await row(page, county).focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    expect(await focused(page)).toBe(office.name)
    await page.keyboard.press('Alt+ArrowDown')
    await announced(page, `“${office.name}”现为第 2 个，共 2 个。`)
    expect(await bodiesOf(county)).toEqual([bureau.id, office.id])
    expect(await focused(page)).toBe(office.name)
    await page.keyboard.press('Alt+ArrowDown')
    await announced(page, '已在最后')
    await page.keyboard.press('Alt+ArrowUp')
    await announced(page, '现为第 1 个')
    await page.click('.zk-tree__notice button:has-text("撤销")')
    await announced(page, '已撤销')
    expect(await bodiesOf(county)).toEqual([bureau.id, office.id])
    await closeWindow(page)
  }, 240_000)

  test('the centre moves a body to another county, having seen what that touches, and back', async () => {
    const editor = await hire(bureau, 'editor')
    await write(editor, bureau)
    const page = await openTree('centre')
    await page.fill('.zk-tree__search input', bureau.name)
    await row(page, bureau).focus()
    await page.keyboard.press('m')
    await page.selectOption('.zk-dialog select', neighbour.id)
    await page.waitForSelector('.zk-touched table')
    const touched = await page.textContent('.zk-touched')
    expect(touched).toContain('知识库 5 条')
    expect(touched).toContain('类别 5 个')
    expect(touched).toContain('人员账号 1 个')
    expect(touched).toContain(`${county.name}${neighbour.name}`)
    expect(await violationsOf(page)).toEqual([])
    await confirm(page)
    await announced(page, '已移动')
    expect(await bodiesOf(neighbour)).toEqual([bureau.id])
    await page.click('.zk-tree__notice button:has-text("撤销")')
    await announced(page, '已撤销')
    expect(await bodiesOf(county)).toContain(bureau.id)
    await closeWindow(page)
  }, 240_000)

  test('what can’t be deleted is not offered for it, and it is said why', async () => {
    const page = await openTree('centre')
    await page.fill('.zk-tree__search input', bureau.name)
    await row(page, bureau).click()
    await page.waitForSelector('.zk-tree__kept')
    expect(await page.textContent('.zk-tree__kept')).toMatch(/下级节点 5 个、内容 \d+ 条/)
    expect(await page.locator('.zk-panel button:has-text("删除")').count()).toBe(0)
    await row(page, bureau).focus()
    await page.keyboard.press('Delete')
    await announced(page, '不能删除')
    expect(await page.locator('.zk-dialog').count()).toBe(0)
    await closeWindow(page)
  }, 240_000)

  test('a node is added, renamed and deleted', async () => {
    const page = await openTree('centre')
    await page.click('button:has-text("新增一级节点")')
    await page.selectOption('.zk-dialog select', 'region')
    await page.fill('.zk-dialog input[name=name]', '试走县')
    expect(await violationsOf(page)).toEqual([])
    await confirm(page)
    await announced(page, '已新增')
    await row(page, { name: '试走县' }).focus()
    await page.keyboard.press('F2')
    await page.fill('.zk-dialog input[name=name]', '试停县')
    await confirm(page)
    await announced(page, '已更名')
    await row(page, { name: '试停县' }).focus()
    await page.keyboard.press('Delete')
    await confirm(page)
    await announced(page, '已删除')
    await row(page, { name: '试停县' }).waitFor({ state: 'detached' })
    await closeWindow(page)
  }, 240_000)
})

describe('the knowledge tree by drag', () => {
  test('a node let go above another stands before it; over another county it is asked about', async () => {
    const page = await openTree('centre')
    await page.fill('.zk-tree__search input', '县')
    const [first, second] = await bodiesOf(county)
    const at = (id: string) => page.locator(`[data-id="${id}"]`)
    await at(second!).dragTo(at(first!), { targetPosition: { x: 80, y: 4 } })
    await announced(page, '现为第 1 个')
    expect(await bodiesOf(county)).toEqual([second, first])
    // The tree is read anew after a change; rows that move under the mouse are another’s test.
    await standsStill(page)
    await at(first!).dragTo(at(neighbour.id))
    await page.waitForSelector('.zk-touched table')
    await page.click('.zk-dialog button:has-text("取消")')
    expect(await bodiesOf(neighbour)).toEqual([])
    await closeWindow(page)
  }, 240_000)
})

describe('the knowledge tree for others and elsewhere', () => {
  test('editors read it and change nothing', async () => {
    const page = await openTree('editor')
    await page.locator('[role=treeitem]').first().click()
    await page.waitForSelector('.zk-panel h2')
    expect(await page.locator('.zk-treepage button').count()).toBe(0)
    await page.keyboard.press('F2')
    expect(await page.locator('.zk-dialog').count()).toBe(0)
    expect(await violationsOf(page)).toEqual([])
    await closeWindow(page)
  }, 120_000)

  test('on a phone a node is moved by its buttons, and nothing is wider than the screen', async () => {
    const page = await openTree('centre', { viewport: phone })
    await page.fill('.zk-tree__search input', bureau.name)
    await row(page, bureau).click()
    await page.click('.zk-panel button:has-text("移动")')
    await page.selectOption('.zk-dialog select', neighbour.id)
    await page.waitForSelector('.zk-touched table')
    const excess = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(excess).toBe(0)
    expect(await violationsOf(page)).toEqual([])
    await closeWindow(page)
  }, 120_000)
})
