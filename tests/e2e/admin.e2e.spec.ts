import { describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { as, type Account } from '../server/people'
import { openNewest } from './admin'
import { closeWindow, judged, openPage, told } from './browser'

/** A window in Chinese, for which the admin's pages may take their time on a slow machine. */
async function open(as: Account): Promise<Page> {
  const page = await openPage({ as, locale: 'zh-CN' })
  page.setDefaultTimeout(60_000)
  return page
}

/** Serious faults axe finds in what is ours on a page of the admin. */
async function seriousIn(page: Page, ...places: string[]): Promise<string[]> {
  const violations = await judged(page, ...places)
  return told(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical'))
}

/** Fills a new entry in, as an editor would, and saves it; its address comes back. */
async function writeEntry(page: Page, title: string): Promise<string> {
  await page.goto('/admin/collections/knowledge/create')
  await page.waitForSelector(
    '.zk-missing:has-text("：类别、标题、概要/答复口径、设置公开、网站公开、正文")',
  )
  await page.click('#field-category .rs__control')
  await page.click('.rs__option:has-text("公共服务")')
  await page.fill('#field-title', title)
  await page.fill('#field-summary', '请携带身份证到市民中心三楼办理,当场办结。')
  for (const label of ['设置公开', '网站公开']) {
    await page.getByRole('group', { name: label }).getByLabel('公开', { exact: true }).check()
  }
  await page.click('.ContentEditable__root')
  await page.waitForSelector('.zk-missing:text-is("提交审批前还须填写：正文")')
  await page.keyboard.type('市民中心三楼 A12 窗口受理,工作日九点至十七点。')
  await page.waitForSelector('.zk-missing', { state: 'detached' })
  await page.click('#action-save')
  await openNewest(page, title)
  await page.waitForSelector('#step-submit')
  return new URL(page.url()).pathname
}

const said = (page: Page, words: string) =>
  page.waitForSelector(`[data-sonner-toast]:has-text("${words}")`)

describe('the way of an entry', () => {
  test('editor writes and submits, approver confirms and approves, agent finds it', async () => {
    const title = `怎样领取第 ${Date.now()} 号测试补贴?`
    const editor = await open('editor')
    await writeEntry(editor, title)
    expect(await seriousIn(editor, '.zk-notices', '.zk-choice', '.zk-nav')).toEqual([])
    await editor.click('#step-submit')
    await said(editor, '已提交审批')
    await editor.waitForSelector('#step-recall')
    expect(await editor.locator('#action-save').count()).toBe(0)

    const approver = await open('approver')
    await approver.goto('/admin')
    await approver.click(`.zk-waiting a:has-text("${title}")`)
    await approver.waitForSelector('#step-approve')
    const here = approver.url()
    expect(await approver.textContent('.zk-text')).toContain('A12 窗口受理')
    expect(await seriousIn(approver, '.zk-entry')).toEqual([])
    await approver.click('#step-approve')
    expect(await approver.textContent('.zk-panel [role=alert]')).toBe('请先逐项确认。')
    for (const box of await approver.locator('.zk-confirmations input').all()) await box.check()
    await approver.click('#step-approve')
    await said(approver, '已审批')
    // What was decided is done with: the next that waits is shown.
    await approver.waitForURL(({ href }) => href !== here)
    await approver.goto(here)
    await approver.waitForSelector('.zk-history li:has-text("审批中 → 已审批")')

    const agent = await as('agent')
    const found = async () => {
      const answer = await agent.get<{ hits: { title: string }[] }>(
        `/api/search?q=${encodeURIComponent(title)}`,
      )
      return answer.body.hits[0]?.title
    }
    const until = Date.now() + 20_000
    while ((await found()) !== title && Date.now() < until) await editor.waitForTimeout(200)
    expect(await found()).toBe(title)
    await closeWindow(editor)
    await closeWindow(approver)
  }, 240_000)

  test('an approver returns it with a reason, and the editor reads why', async () => {
    const title = `怎样更正第 ${Date.now()} 号登记?`
    const editor = await open('editor')
    const path = await writeEntry(editor, title)
    await editor.click('#step-submit')
    await said(editor, '已提交审批')

    const approver = await open('approver')
    await approver.goto(path)
    await approver.click('#step-return')
    expect(await seriousIn(approver, '.zk-dialog')).toEqual([])
    await approver.click('.zk-dialog button[type=submit]')
    expect(await approver.textContent('.zk-dialog [role=alert]')).toBe('请写明退回原因。')
    await approver.fill('.zk-dialog textarea', '请写明办理时限。')
    await approver.click('.zk-dialog button[type=submit]')
    await said(approver, '已退回')

    await editor.goto('/admin')
    expect(await editor.textContent('.zk-waiting')).toContain('请写明办理时限。')
    await editor.goto(path)
    await editor.waitForSelector('.zk-notice:has-text("请写明办理时限。")')
    await closeWindow(editor)
    await closeWindow(approver)
  }, 240_000)
})

describe('the list of a unit’s knowledge', () => {
  test('has the columns of the procedure in its order, and since when readers have each text', async () => {
    const editor = await open('editor')
    await editor.goto('/admin/collections/knowledge?state=approved')
    await editor.waitForSelector('.zk-list tbody tr')
    const headings = await editor.locator('.zk-list thead th').allTextContents()
    // One unit's list needs no column for it.
    expect(headings).toEqual([
      ...['选择本页全部', '类别', '标题', '公开', '网站公开', '审批状态', '删除状态'],
      ...['阅读次数', '发布时间'],
    ])
    const days = await editor.locator('.zk-list [data-label=发布时间]').allTextContents()
    expect(days.length).toBeGreaterThan(1)
    for (const day of days) expect(day).toMatch(/^20\d\d-\d\d-\d\d$/)
    await closeWindow(editor)
  }, 120_000)
})

describe('two editors at once', () => {
  test('the second save is refused, both texts are shown and nothing typed is lost', async () => {
    const page = await open('editor')
    const path = await writeEntry(page, `怎样查询第 ${Date.now()} 号档案?`)
    const id = path.split('/').at(-1)
    const colleague = await as('editor')
    const { body } = await colleague.get<{ revision: number }>(`/api/knowledge/${id}?depth=0`)
    const data = { title: '同事改过的标题是什么?', startedFrom: body.revision }
    expect((await colleague.patch(`/api/knowledge/${id}`, data)).status).toBe(200)

    await page.fill('#field-summary', '我写了很久的一段答复。')
    await page.click('#action-save:not([disabled])')
    await page.waitForSelector('.zk-dialog:has-text("同事改过的标题是什么?")')
    expect(await page.textContent('.zk-dialog')).toContain('我写了很久的一段答复。')
    expect(await seriousIn(page, '.zk-dialog')).toEqual([])
    await page.click('.zk-dialog button:has-text("继续编辑")')
    expect(await page.inputValue('#field-summary')).toBe('我写了很久的一段答复。')
    expect(await page.isEnabled('#action-save')).toBe(true)

    await page.click('#action-save')
    await page.click('.zk-dialog button:has-text("用我的文字保存")')
    await said(page, '更新成功')
    const saved = await colleague.get<{ summary: string }>(`/api/knowledge/${id}?depth=0`)
    expect(saved.body.summary).toBe('我写了很久的一段答复。')
    await closeWindow(page)
  }, 240_000)
})

describe('whoever has nothing to do in the admin', () => {
  test('an agent is sent to the desk', async () => {
    const page = await open('agent')
    await page.goto('/admin')
    await page.waitForURL('**/desk')
    await closeWindow(page)
  }, 120_000)
})
