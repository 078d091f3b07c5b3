import { beforeAll, describe, expect, test } from '@jest/globals'
import { foundCity } from '../int/city'
import { publish, text, write } from '../int/entries'
import { as } from '../server/people'
import { choose, confirm, expectAccessible, openEntry, openNewest, said } from './admin'
import { closeWindow, openLive } from './browser'

let city: Awaited<ReturnType<typeof foundCity>>

beforeAll(async () => {
  city = await foundCity()
})

const openToAll = { openToUnits: true, openToPublic: true }

describe('an entry of 公共服务', () => {
  test('gets the blocks it opens with in one go, before what was written; none but what was filled in is shown', async () => {
    const entry = await write(city.editor, city.bureau, { body: text('可以代办。') })
    const page = await openEntry(city.editor.username, entry)
    await choose(page, '#field-category', '公共服务')
    await page.click('.zk-service-blocks button')
    await page.waitForSelector('.zk-service-blocks', { state: 'detached' })
    const parts = page.locator('.LexicalEditorTheme__block')
    expect(await parts.count()).toBe(9)
    await parts.nth(0).locator('textarea').fill('本市户籍居民。')
    await page.keyboard.press('Control+s')
    await said(page, '更新成功')
    await page.waitForSelector('.zk-findings:has-text("同类共 8 处")')
    await page.click('#preview')
    const shown = page.frameLocator('.zk-preview').locator('article')
    await shown.getByText('本市户籍居民。').waitFor()
    expect(await shown.locator('[data-part] h3').allTextContents()).toEqual(['办理条件'])
    expect(await shown.textContent()).toContain('可以代办。')
    await closeWindow(page)
  }, 240_000)
})

describe('a plan', () => {
  test('an editor writes it, submits it, and the approver approves it', async () => {
    const editor = await openEntry(city.editor.username)
    const title = `如何处置第 ${Date.now()} 号积水?`
    await editor.goto('/admin/collections/plans/create')
    await editor.fill('#field-title', title)
    await editor.fill('#field-summary', '先围挡,再排水。')
    await editor.click('.ContentEditable__root')
    await editor.keyboard.type('先设围挡,再开泵排水。')
    await editor
      .getByRole('group', { name: '设置公开' })
      .getByLabel('公开', { exact: true })
      .check()
    await editor.click('#action-save')
    await openNewest(editor, title)
    await editor.click('#step-submit')
    await said(editor, '已提交审批')

    const approver = await openEntry(city.approver.username)
    await approver.goto('/admin')
    await approver.click(`.zk-waiting a:has-text("${title}")`)
    await approver.waitForSelector('#step-approve')
    for (const box of await approver.locator('.zk-confirmations input').all()) await box.check()
    await approver.click('#step-approve')
    await said(approver, '已审批')
    await approver.waitForURL('**/admin/inbox')
    await approver.goBack()
    await approver.waitForSelector('.zk-history li:has-text("审批中 → 已审批")')
    await closeWindow(editor)
    await closeWindow(approver)
  }, 240_000)
})

describe('a typical case', () => {
  test('the centre looks at what stands out, publishes it, and agents read it', async () => {
    const centre = await as('centre')
    const entry = await write(
      centre,
      city.bureau,
      { content: '来电人 13800138000 反映路灯不亮。' },
      'cases',
    )
    const page = await openEntry('centre', entry)
    await page.click('#step-publish')
    await page.waitForSelector('.zk-dialog .zk-notice')
    await confirm(page)
    expect(await page.textContent('.zk-dialog [role=alert]')).toMatch(/^请逐项/)
    await page.check('.zk-dialog input[name=finding-mobileNumber]')
    await confirm(page)
    expect(await page.textContent('.zk-dialog [role=alert]')).toBe('请先勾选确认。')
    await expectAccessible(page)
    await page.check('.zk-dialog input[name=confirmed]')
    await confirm(page)
    await said(page, '已发布')
    const agent = await as('agent')
    expect((await agent.get(`/api/entries/${entry.number}`)).status).toBe(200)
    await closeWindow(page)
  }, 240_000)

  test('the centre imports a file: one wrong row and nothing is taken in, then all of it', async () => {
    const name = city.bureau.name
    const page = await openEntry('centre')
    await page.goto('/admin/collections/cases')
    const file = (...rows: string[]) => ({
      name: 'cases.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['标题,内容,结果,公开,单位,保密', ...rows].join('\n')),
    })
    const good = `路灯不亮案,反映路灯不亮。,当日修复。,否,${name},否`
    await page.click('#import-cases')
    await page.setInputFiles('.zk-dialog input[type=file]', file(good, '无名案,,,否,没有的单位,否'))
    await confirm(page)
    await page.waitForSelector('.zk-refused li')
    await page.setInputFiles('.zk-dialog input[type=file]', file(good))
    await confirm(page)
    await said(page, '已导入 1 条')
    await closeWindow(page)
  }, 240_000)
})

describe('the setting 修改已审批信息须先退回', () => {
  test('the centre turns it on, and an editor asks to have a text returned instead of revising it', async () => {
    const entry = await publish(city, city.bureau, openToAll)
    const centre = await openEntry('centre')
    await openLive(centre, '/admin/globals/settings', 'input[name="returnFirst.knowledge"]')
    await centre.check('input[name="returnFirst.knowledge"]')
    await centre.click('#action-save')
    await said(centre, '更新成功')
    try {
      const editor = await openEntry(city.editor.username, entry)
      await editor.click('#step-requestReturn')
      await editor.fill('.zk-dialog textarea', '电话号码变更。')
      await confirm(editor)
      await said(editor, '已提交申请')
      expect(await editor.locator('#step-revise').count()).toBe(0)
      await closeWindow(editor)
    } finally {
      const keeper = await as('centre')
      await keeper.post('/api/globals/settings', { returnFirst: { knowledge: false } })
    }
    await closeWindow(centre)
  }, 240_000)
})
