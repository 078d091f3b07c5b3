import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import type { TaskPage } from '@/workflow/tasks/readTasks'
import { unique } from '../int/city'
import { draftOf } from '../int/demoUnit'
import { approve, saved, submit, take, text, type Entry } from '../int/entries'
import { settled, tasksAt } from '../int/tellAt'
import { copyData } from '../server/database.mjs'
import { launch } from '../server/launch.mjs'
import { as, type Person } from '../server/people'
import { freshData } from '../server/run'
import { choose, confirm, said } from './admin'
import { closeWindow, isTooWide, openPage, phone, violationsOf } from './browser'

const folder = mkdtempSync(join(tmpdir(), 'zhiku-loops-'))
const dataDir = join(folder, 'data')
let server: Awaited<ReturnType<typeof launch>>
let editor: Person, approver: Person, health: Person, healthApprover: Person

beforeAll(async () => {
  await copyData(freshData, dataDir)
  server = await launch({ dataDir, pages: true, env: { ZHIKU_FAULT_POINTS: 'yes' } })
  ;[editor, approver, health, healthApprover] = (await Promise.all(
    ['editor', 'approver', 'yb-editor', 'yb-approver'].map((name) => as(name, server.url)),
  )) as [Person, Person, Person, Person]
}, 120_000)
afterAll(async () => {
  await server.stop('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** Of one of the demo city's units, online and open to everybody. */
async function online(more: object = {}, people: readonly [Person, Person] = [editor, approver]) {
  const [writer, decider] = people
  const draft = await draftOf(writer)
  const entry = await saved(writer, draft, { openToUnits: true, openToPublic: true, ...more })
  return approve(decider, await submit(writer, entry))
}
/** Written anew and approved. */
async function putRight(entry: Entry, more: object): Promise<void> {
  const draft = await saved(editor, await take(editor, entry, 'revise'), more)
  await approve(approver, await submit(editor, draft))
  await settled(dataDir)
}

async function at(user: string, path: string): Promise<Page> {
  const page = await openPage({ as: user, baseURL: server.url, locale: 'zh-CN' })
  page.setDefaultTimeout(60_000)
  await page.goto(path)
  return page
}
/** From what waits for this person to the task that says so. */
async function fromInbox(user: string, words: string): Promise<Page> {
  const page = await at(user, '/admin/inbox')
  await page.click(`.zk-inbox li:has-text("${words}") a[href*="/admin/tasks/"]`)
  await page.waitForURL('**/admin/tasks/*')
  return page
}
async function answering(page: Page, step: string, sentence?: string): Promise<void> {
  await page.click(`.zk-head__actions button:has-text("${step}")`)
  if (sentence) await page.fill('.zk-dialog textarea', sentence)
  await confirm(page)
  await said(page, '已办理')
}
const stands = (page: Page, words: string) => page.waitForSelector(`dd:has-text("${words}")`)

describe('in the demo city whoever noticed something follows it to its end:', () => {
  test('a citizen by the link they were given, without an account', async () => {
    const entry = await online()
    // The browser of these tests says that it is a robot's.
    const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
    const portal = await openPage({ baseURL: server.url, viewport: phone, userAgent })
    await portal.goto(`/report?entry=${entry.number}`)
    await portal.fill('textarea', '窗口搬到二楼了。')
    await portal.click('button:has-text("提交")')
    await portal.click('a:has-text("查看办理结果")')
    await portal.waitForSelector('.tag:has-text("待受理")')
    expect(await violationsOf(portal)).toEqual([])
    expect(await isTooWide(portal)).toBe(false)
    const page = await fromInbox('editor', '窗口搬到二楼了')
    await page.click('.zk-head__actions button:has-text("属实")')
    expect(await page.textContent('.zk-dialog')).toContain('市民也在内')
    await page.fill('.zk-dialog textarea', '属实，正在修改。')
    await confirm(page)
    await said(page, '已办理')
    await portal.reload()
    await portal.waitForSelector('dd:has-text("属实，正在修改。")')
    await putRight(entry, { summary: '请到二楼窗口办理。' })
    await page.reload()
    await stands(page, '已更正并上线')
    await portal.reload()
    await portal.waitForSelector('dd:has-text("已更正并上线")')
    await portal.click('.receipt a')
    await portal.waitForSelector('text=请到二楼窗口办理。')
    for (const window of [page, portal]) await closeWindow(window)
  }, 240_000)

  test('the centre from a request to the answer it accepts, and the unit back to what was accepted', async () => {
    const centre = await at('centre', '/admin/tasks')
    const sentence = `请核对${unique()}窗口时间`
    await centre.click('button:has-text("发起维护需求")')
    await centre.fill('.zk-dialog textarea', sentence)
    await centre.fill('.zk-dialog [type=date]', '2099-12-04')
    await centre.fill('.zk-dialog [type=search]', '人力资源')
    await centre.click('.zk-checks label:has-text("人力资源")')
    await confirm(centre)
    await said(centre, '已发给所选单位')
    const page = await fromInbox('editor', sentence)
    await answering(page, '答复', '已核对，无变化。')
    await centre.goto('/admin/inbox')
    await centre.click(`.zk-inbox li:has-text("${sentence}") a[href*="/admin/tasks/"]`)
    await centre.waitForSelector('dd:has-text("已核对，无变化。")')
    await answering(centre, '认可')
    await page.reload()
    await stands(page, '答复已认可')
    for (const window of [page, centre]) await closeWindow(window)
  }, 240_000)

  test('an editor from the day of review to the next term, which readers are told', async () => {
    const entry = await online({ reviewBy: new Date(Date.now() + 5 * 86_400_000) })
    await tasksAt(dataDir, new Date())
    const page = await fromInbox('editor', entry.title)
    await answering(page, '复核无误')
    const approving = await fromInbox('approver', entry.title)
    await answering(approving, '复核通过')
    await page.reload()
    await stands(page, '已办结')
    await page.goto(`/e/${entry.number}`)
    await page.waitForSelector('text=最近复核')
    for (const window of [page, approving]) await closeWindow(window)
  }, 240_000)

  test('the centre from a document that was repealed to the texts that rest on it, and what became of each', async () => {
    const number = `云人社〔2024〕${Number.parseInt(unique().slice(-4), 36) % 90_000}号`
    const entry = await online({ basis: number })
    const centre = await at('centre', '/admin/collections/documents/create')
    await centre.fill('#field-number', number)
    await centre.fill('#field-title', '云澜市技能补贴办法')
    await choose(centre, '#field-state', '废止')
    await centre.click('#action-save:not([disabled])')
    await said(centre, '成功')
    await tasksAt(dataDir, new Date())
    const page = await fromInbox('editor', entry.title)
    expect(await page.textContent('.zk-task__about')).toContain(number)
    await putRight(entry, { basis: '云人社〔2026〕1号' })
    await page.reload()
    await stands(page, '已修订并上线')
    await centre.goto('/admin/collections/documents')
    await centre.click(`a:has-text("${number}"), td:has-text("${number}") a`)
    await centre.waitForSelector(
      `.zk-resting li:has-text("${entry.number}"):has-text("已修订并上线")`,
    )
    expect(await violationsOf(centre, '.zk-resting')).toEqual([])
    for (const window of [page, centre]) await closeWindow(window)
  }, 240_000)

  test('two units from what their texts say otherwise to what both say', async () => {
    const title = `社会保障卡${unique()}遗失怎样补办？`
    const says = (fee: string) => ({ title, body: text(`收费标准：${fee}`) })
    const entry = await online(says('20元'))
    const other = await online(says('10元'), [health, healthApprover])
    await settled(dataDir)
    const page = await fromInbox('editor', other.number)
    const beside = await fromInbox('yb-editor', entry.number)
    for (const window of [page, beside]) {
      await window.waitForSelector('h2:has-text("双方原文")')
      expect(await violationsOf(window)).toEqual([])
    }
    await putRight(entry, { body: text('收费标准：10元') })
    for (const window of [page, beside]) {
      await window.reload()
      await stands(window, '两处内容已一致')
      await closeWindow(window)
    }
    const { body } = await health.get<TaskPage>(`/api/tasks?entry=${other.number}`)
    expect(body.tasks).toMatchObject([{ state: 'closed' }])
  }, 240_000)
})
