import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { tellAt } from '../int/tellAt'
import { copyData } from '../server/database.mjs'
import { launch } from '../server/launch.mjs'
import { as } from '../server/people'
import { freshData } from '../server/run'
import { said } from './admin'
import { closeWindow, isTooWide, openPage, phone, violationsOf } from './browser'

const folder = mkdtempSync(join(tmpdir(), 'zhiku-promoting-'))
const dataDir = join(folder, 'data')
let server: Awaited<ReturnType<typeof launch>>

type Proposed = {
  period: { first: string }
  entries: { id: string; number: string; title: string }[]
}

beforeAll(async () => {
  await copyData(freshData, dataDir)
  server = await launch({ dataDir, pages: true, env: { ZHIKU_FAULT_POINTS: 'yes' } })
}, 180_000)
afterAll(async () => {
  await server.stop('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

async function open(path: string, who?: string, more: object = {}): Promise<Page> {
  const page = await openPage({ as: who, locale: 'zh-CN', baseURL: server.url, ...more })
  page.setDefaultTimeout(60_000)
  await page.goto(path)
  return page
}

test('an editor is reminded, moves what is read most into 热点信息, and once it is approved it is found there', async () => {
  const person = await as('editor', server.url)
  const { period, entries } = (await person.get<Proposed>('/api/readReviews')).body
  const [first] = entries
  if (!first) throw new Error('The demo city proposes nothing.')
  await tellAt(dataDir, new Date(`${period.first}T09:00:00+08:00`))

  const editor = await open('/admin', 'editor')
  await editor.getByRole('button', { name: /^消息，\d+ 条未读/ }).click()
  const messages = editor.getByRole('region', { name: '消息' })
  await messages.getByRole('link', { name: /^请查看本单位的阅读情况 未读/ }).click()
  await editor.waitForURL('**/admin/promotion')
  await editor.getByRole('heading', { name: '读得多的内容' }).waitFor()
  expect(await violationsOf(editor, '.zk-page')).toEqual([])
  await editor.getByRole('button', { name: `改归热点信息：${first.title}` }).click()
  await editor.waitForURL(`**/knowledge/${first.id}`)
  await editor.getByText('热点信息').first().waitFor()
  await editor.click('#step-submit')
  await said(editor, '已提交')

  const approver = await open(`/admin/collections/knowledge/${first.id}`, 'approver')
  await approver.waitForSelector('.zk-differences:has-text("热点信息")')
  for (const box of await approver.locator('.zk-confirmations input').all()) await box.check()
  await approver.click('#step-approve')
  await said(approver, '已审批')

  const { unit } = (await (
    await fetch(`${server.url}/api/public/entries/${first.number}`)
  ).json()) as {
    unit: { id: string }
  }
  const narrowed = `unit=${unit.id}&category=hotspots`
  const citizen = await open(`/units/${unit.id}?category=hotspots`)
  await citizen.getByRole('link', { name: first.title }).waitFor()
  const agent = await open(`/desk?${narrowed}`, 'agent')
  await agent.locator('#desk-hits').getByText(first.title).waitFor()

  await editor.goto('/admin/promotion')
  await editor.getByText('已改归热点信息').waitFor()
  await editor.setViewportSize(phone)
  expect(await isTooWide(editor)).toBe(false)
  expect(await violationsOf(editor, '.zk-page')).toEqual([])
  await editor.getByRole('button', { name: '全部看过，无需处理' }).click()
  await said(editor, '本期查看完成')
  await editor.getByText('本期已由林见川查看').waitFor()

  const centre = await open('/admin/promotion', 'centre')
  const row = centre.getByRole('row', { name: /市人力资源和社会保障局/ }).first()
  await row.getByText('已查看').waitFor()
  await row.getByText('改归 1').waitFor()
  expect(await violationsOf(centre, '.zk-page')).toEqual([])
  await centre.getByLabel('查看情况').selectOption('missed')
  await centre.getByRole('button', { name: '筛选' }).click()
  await centre.waitForURL(/show=missed/)
  expect(await centre.getByText('未查看').count()).toBeGreaterThan(1)
  await centre.setViewportSize(phone)
  expect(await isTooWide(centre)).toBe(false)
  for (const page of [editor, approver, citizen, agent, centre]) await closeWindow(page)
}, 240_000)
