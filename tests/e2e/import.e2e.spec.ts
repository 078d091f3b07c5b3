import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { foundCity, unique } from '../int/city'
import { confirm, openEntry } from './admin'
import { closeWindow, mustBeFine, violationsOf } from './browser'

const headings = [
  ...['问答标题', '问答答案', '相似问法', '关键词', '问答提供部门', '内容生效时间', '内容失效时间'],
  ...['类目路径(多级类目用/分隔)', '适用地区', '办理链接'],
]
const [rows, bad] = [40, 12]
const badDay = '下个月初'

let city: Awaited<ReturnType<typeof foundCity>>
beforeAll(async () => {
  city = await foundCity()
}, 60_000)

const row = (title: string, day: string) => [
  ...[title, '持身份证到窗口办理，当场办结。', '', '养老保险', city.bureau.name, day, ''],
  ...['公共服务', '', 'https://example.gov.cn/bl'],
]
const sheetOf = (lines: readonly (readonly string[])[]) =>
  [headings, ...lines].map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\r\n')

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const stands = (page: Page, words: string) =>
  page.waitForSelector(`#import-batch:has-text("${words}")`)
const chip = (page: Page, name: string) =>
  page.textContent(`.zk-filter a:has-text("${name}") .zk-count`)

async function upload(page: Page, text: string | Buffer): Promise<void> {
  await page.goto('/admin/import')
  await page.setInputFiles('input[type=file]', {
    ...{ name: '问答.csv', mimeType: 'text/csv', buffer: Buffer.from(text) },
  })
  await button(page, '上传')
  await stands(page, '等待核对各列')
}

async function confirmed(page: Page): Promise<string> {
  await button(page, '开始导入')
  const told = (await page.textContent('.zk-dialog ul')) ?? ''
  expect(await violationsOf(page, '.zk-dialog')).toEqual([])
  await confirm(page)
  await stands(page, '导入完成')
  return told
}

describe('导入', () => {
  test('an editor brings in a sheet with 12 bad rows, mends them in the result sheet, brings it again, submits all, and takes a batch back', async () => {
    const mark = unique()
    const lines = Array.from({ length: rows }, (_, n) =>
      row(`事项${mark}第${n + 1}号如何办理？`, n < bad ? badDay : '2026-01-01'),
    )
    const page = await openEntry(city.editor.username)
    await page.goto('/admin/import')
    await page.waitForSelector('text=还没有导入过。')
    await mustBeFine(page)
    await button(page, '上传')
    await page.waitForSelector('[role=alert]:has-text("请选择文件。")')

    // The ten headings are known: nothing is chosen by hand.
    await upload(page, sheetOf(lines))
    await mustBeFine(page)
    await button(page, '开始预检')
    await stands(page, '预检完成')
    expect(await chip(page, '将新建')).toBe(String(rows - bad))
    expect(await chip(page, '不能导入')).toBe(String(bad))
    await page.click('.zk-filter a:has-text("不能导入")')
    await page.waitForFunction(
      (n) => document.querySelectorAll('tr[data-outcome]').length === n,
      bad,
    )
    const first = await page.textContent('tr[data-outcome]')
    // The heading is the sheet's first row.
    expect(first).toMatch(new RegExp(`^2事项${mark}第1号`))
    expect(first).toContain(badDay)
    await mustBeFine(page)
    const told = await confirmed(page)
    expect(told).toContain(`新建 ${rows - bad} 条`)
    expect(told).toContain(`不能导入 ${bad} 行`)
    await page.reload()
    await stands(page, '导入完成')
    await page.waitForSelector(`text=写入 ${rows - bad} 条，${bad} 行未导入。`)
    await mustBeFine(page)

    const downloading = page.waitForEvent('download')
    await page.click('a:has-text("下载结果表 csv")')
    const result = await readFile((await (await downloading).path()) ?? '', 'utf8')
    expect(result).toContain('结果')
    await upload(page, result.replaceAll(badDay, '2026-02-01'))
    await page.check('input[name=submit]')
    await button(page, '开始预检')
    await stands(page, '预检完成')
    expect(await chip(page, '将新建')).toBe(String(bad))
    expect(await chip(page, '不能导入')).toBe('0')
    expect(await confirmed(page)).toContain(`新建 ${bad} 条`)
    await page.waitForSelector('tr[data-outcome]:has-text("已提交审批")')

    // The first batch is drafts nobody worked on.
    await page.goto('/admin/import')
    await page.click('.zk-table tbody tr:last-child a')
    await stands(page, '导入完成')
    await button(page, '撤回本次导入')
    await page.waitForSelector(`.zk-dialog:has-text("${rows - bad} 条将全部撤回")`)
    expect(await violationsOf(page, '.zk-dialog')).toEqual([])
    await confirm(page)
    await stands(page, '已撤回')
    await page.waitForSelector('tr[data-outcome]:has-text("已撤回")')
    await mustBeFine(page)
    await closeWindow(page)
  }, 240_000)

  test('what is no sheet is refused in words, and the form stays', async () => {
    const page = await openEntry(city.editor.username)
    await page.goto('/admin/import')
    await page.setInputFiles('input[type=file]', {
      ...{ name: '空.csv', mimeType: 'text/csv', buffer: Buffer.from('问答标题,问答答案\r\n') },
    })
    await button(page, '上传')
    await page.waitForSelector('[role=alert]:has-text("没有")')
    await mustBeFine(page)
    await page.goto('/admin/import?batch=none')
    await page.waitForSelector('text=没有这次导入，或者它不对您开放。')
    await mustBeFine(page)
    await closeWindow(page)
  }, 60_000)
})
