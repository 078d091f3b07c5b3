import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Locator, Page } from 'playwright-core'
import { dayBefore, dayOf } from '@/shanghaiDay'
import { spanOf } from '@/statistics/span'
import { freezeAt } from '../int/tellAt'
import { copyData } from '../server/database.mjs'
import { launch } from '../server/launch.mjs'
import { freshData } from '../server/run'
import { confirm, expectAccessible, said } from './admin'
import { isTooWide, openPage, phone, violationsOf, wide } from './browser'

const folder = mkdtempSync(join(tmpdir(), 'zhiku-reports-'))
const dataDir = join(folder, 'data')
let server: Awaited<ReturnType<typeof launch>>

const today = dayOf(new Date())
/** Two hours into the day after a month. */
const after = (month: string) =>
  new Date(Date.parse(`${spanOf('month', month).to}T16:00:00Z`) + 2 * 60 * 60_000)
const thisMonth = today.slice(0, 7)
const before = dayOf(new Date(Date.parse(today) - 150 * 24 * 60 * 60_000))

beforeAll(async () => {
  await copyData(freshData, dataDir)
  server = await launch({ dataDir, pages: true, env: { ZHIKU_FAULT_POINTS: 'yes' } })
  await freezeAt(dataDir, after(before))
  await freezeAt(dataDir, after(today))
}, 120_000)

afterAll(async () => {
  await server.stop('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

async function open(as: string, path: string): Promise<Page> {
  const page = await openPage({ as, baseURL: server.url, locale: 'zh-CN' })
  page.setDefaultTimeout(60_000)
  await page.goto(path)
  return page
}

async function mustBeFine(page: Page): Promise<void> {
  for (const size of [wide, phone]) {
    await page.setViewportSize(size)
    expect(await violationsOf(page)).toEqual([])
    expect(await isTooWide(page)).toBe(false)
  }
  await page.setViewportSize(wide)
}

/** Each number of a table opens a list of as many rows, or one that says so many readers. */
async function mustLeadToAsMany(page: Page, table: Locator, least: number): Promise<void> {
  const links = await table
    .locator('td a')
    .evaluateAll((all) =>
      all.map((link) => [link.getAttribute('href') ?? '', link.textContent ?? '']),
    )
  const numbers = links.filter(([, told]) => /^[\d,]+$/.test(told ?? ''))
  expect(numbers.length).toBeGreaterThanOrEqual(least)
  for (const [href = '', told = ''] of numbers) {
    const answer = await page.request.get(href)
    const n = told.replaceAll(',', '')
    expect([href, await answer.text()]).toEqual([
      href,
      expect.stringMatching(new RegExp(`共 ${n} 条|读者 ${n} 人次`)),
    ])
  }
}

describe('知识库统计', () => {
  test('the centre reads last month, and each number leads to as many rows', async () => {
    const { from, to } = spanOf('month', dayBefore(`${thisMonth}-01`, 1))
    const page = await open('centre', `/admin/statistics?from=${from}&to=${to}`)
    await page.locator('.zk-chart svg').waitFor()
    await mustBeFine(page)
    await mustLeadToAsMany(page, page.locator('table.zk-stats').first(), 12)
    await mustBeFine(page)
  })

  test('the first page leads from the readings and uses of a day to as many rows', async () => {
    const page = await open('approver', '/admin')
    // An opening in the admin is on record and does not count.
    await page.locator('.zk-week a[href*="/collections/"]').first().click()
    await page.waitForURL('**/collections/**')
    const isOnRecord = async () => {
      const answer = await page.request.get(`/api/views?from=${today}`)
      const { views } = (await answer.json()) as { views: { channel: string }[] }
      return views.some(({ channel }) => channel === 'admin')
    }
    while (!(await isOnRecord())) await page.reload()
    await page.goto('/admin')
    await mustLeadToAsMany(page, page.locator('table.zk-trend'), 20)
  })

  test('an evaluator meets figures, which lead nowhere that names somebody', async () => {
    const page = await open('evaluator', '/admin')
    await page.getByRole('heading', { name: '本月' }).waitFor()
    await page.getByRole('link', { name: '知识库统计' }).first().click()
    await page.getByRole('heading', { name: '各单位' }).waitFor()
    expect(await page.getByRole('heading', { name: '人员情况' }).count()).toBe(0)
    expect(await page.locator('a[href*="figure="]').count()).toBe(0)
    await mustBeFine(page)
  })
})

describe('监测与通报', () => {
  test('a unit objects to its month, the centre decides, and the unit reads why', async () => {
    const unit = await open('approver', `/admin/reports/${thisMonth}`)
    await mustBeFine(unit)
    await unit.getByRole('button', { name: '提出异议' }).click()
    await unit.getByLabel('用一句话说明').fill('有一条月底前已经提交审批。')
    await expectAccessible(unit)
    await confirm(unit)
    await said(unit, '异议已提交')
    await unit.getByText('等待中心处理').waitFor()

    const centre = await open('centre', `/admin/reports/${thisMonth}`)
    await centre.getByRole('button', { name: '处理异议' }).click()
    await centre.getByLabel('异议成立').check()
    await centre.getByLabel('答复').fill('属实，评估时计入说明。')
    await expectAccessible(centre)
    await confirm(centre)
    await said(centre, '异议已处理')
    // Frozen just now: it is said why it is not published yet.
    await centre.getByText('两个工作日还没有过').waitFor()
    expect(await centre.getByRole('button', { name: '发布通报' }).count()).toBe(0)
    await unit.reload()
    await unit.getByText('异议成立：属实，评估时计入说明。').waitFor()
  })

  test('the centre publishes a month whose time to object is over, to all units and the evaluator', async () => {
    const path = `/admin/reports/${before.slice(0, 7)}`
    const centre = await open('centre', path)
    await centre.getByRole('button', { name: '发布通报' }).click()
    await centre.getByText('不能撤回').waitFor()
    await confirm(centre)
    await said(centre, '通报已发布')
    await centre.getByRole('heading', { name: '知识库运行情况通报' }).waitFor()
    await mustBeFine(centre)
    for (const reader of ['yb-editor', 'evaluator']) {
      const page = await open(reader, path)
      await page.getByRole('heading', { name: '知识库运行情况通报' }).waitFor()
      expect(await page.getByText('云澜市人力资源和社会保障局').count()).toBeGreaterThan(0)
    }
    const list = await open('evaluator', '/admin/reports')
    await list.getByText('已通报').first().waitFor()
    await mustBeFine(list)
  })
})
