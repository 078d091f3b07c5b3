import { beforeEach, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { foundCity, hire } from '../int/city'
import { approve, publish, saved, step, submit, take, text, write } from '../int/entries'
import { byHand } from '../server/byHand'
import { anyone, as } from '../server/people'
import { servedData } from '../server/run'
import { choose, confirm, openEntry, readsAt, said } from './admin'
import { closeWindow, openLive, phone, violationsOf } from './browser'
import { markAll } from './writing'

let city: Awaited<ReturnType<typeof foundCity>>

beforeEach(async () => {
  city = await foundCity()
})

const menu = (page: Page, name: string) =>
  page.locator('.zk-nav').getByRole('link', { name, exact: true })

/** Goes on by Tab until what has the focus is this. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    const isThere = await page.evaluate(
      (wanted) => document.activeElement?.matches(wanted) ?? false,
      selector,
    )
    if (isThere) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${selector}.`)
}

describe('an editor’s day', () => {
  test('submits several having seen what stands out, corrects what came back, asks for a deletion', async () => {
    const flagged = await write(city.editor, city.bureau, {
      body: text('请找张某，手机13812345678。'),
    })
    const other = await write(city.editor, city.bureau)
    const page = await openEntry(city.editor.username)
    await page.goto('/admin')
    await menu(page, '知识库管理').click()
    await page.getByRole('link', { name: /^未提交/ }).click()
    await page.waitForURL('**state=draft**')
    const boxOf = (title: string) =>
      page.locator(`.zk-list tbody tr:has-text("${title}") input[type=checkbox]`)
    for (const { title } of [flagged, other]) await boxOf(title).check()
    await page.click('#several-submit')
    const standsOut = page.locator(`.zk-dialog li:has-text("${flagged.number}")`)
    await standsOut.getByText('疑似手机号 1 处').waitFor()
    await page.waitForSelector('.zk-dialog:has-text("将办理 2 条")')
    expect(await violationsOf(page, '.zk-dialog')).toEqual([])
    await page.check('.zk-dialog input[name=finding-mobileNumber]')
    await confirm(page)
    await page.waitForSelector('.zk-dialog:has-text("已办理 2 条")')
    await page.click('.zk-dialog button:has-text("关闭")')

    await take(city.approver, flagged, 'return', { reason: '请删去个人手机号。' })
    await approve(city.approver, other)
    await page.goto('/admin')
    await page.waitForSelector('.zk-rows__reason:has-text("请删去个人手机号。")')
    await page.click(`.zk-waiting a:has-text("${flagged.title}")`)
    await page.waitForSelector('.zk-reason:has-text("请删去个人手机号。")')
    await markAll(page)
    await page.keyboard.type('请到三楼窗口办理。')
    await page.click('#step-submit')
    await said(page, '已提交审批')

    await page.goto(`/admin/collections/knowledge/${other.id}`)
    await page.click('#step-requestDeletion')
    await page.fill('.zk-dialog textarea', '事项已经取消。')
    await confirm(page)
    await page.waitForSelector('#step-withdrawRequest')
    await menu(page, '知识库管理').click()
    await page.getByRole('link', { name: /^申请删除/ }).click()
    await page.waitForSelector(`.zk-list tbody tr:has-text("${other.title}")`)
    await closeWindow(page)
  }, 240_000)

  test('writes, previews and submits by the keyboard alone', async () => {
    const title = `怎样用键盘办第 ${Date.now()} 件事?`
    const page = await openEntry(city.editor.username)
    await openLive(page, '/admin/collections/knowledge', 'a[href$="/knowledge/create"]')
    await tabTo(page, 'a[href$="/knowledge/create"]')
    await page.keyboard.press('Enter')
    await page.waitForSelector('#field-title')
    await tabTo(page, '#field-category input')
    await page.keyboard.type('公共服务')
    await page.waitForSelector('.rs__option:has-text("公共服务")')
    await page.keyboard.press('Enter')
    await tabTo(page, '#field-title')
    await page.keyboard.type(title)
    await tabTo(page, '#field-summary')
    await page.keyboard.type('带身份证到窗口办理。')
    for (const name of ['openToUnits', 'openToPublic']) {
      await tabTo(page, `input[type=radio][name*=${name}]`)
      await page.keyboard.press('Space')
    }
    await tabTo(page, '.ContentEditable__root')
    await page.keyboard.type('三楼窗口，工作日九点至十七点。')
    await page.waitForSelector('.zk-missing', { state: 'detached' })
    await page.keyboard.press('Control+s')
    await page.waitForURL(/\/[0-9a-f-]{36}$/)
    await page.waitForSelector('#step-submit')
    await tabTo(page, '#preview')
    await page.keyboard.press('Enter')
    await page.frameLocator('.zk-preview').getByRole('heading', { name: title }).waitFor()
    await page.keyboard.press('Escape')
    await tabTo(page, '#step-submit')
    await page.keyboard.press('Enter')
    await said(page, '已提交审批')
    await closeWindow(page)
  }, 240_000)
})

describe('an approver’s day, on a phone', () => {
  test('reads what changed, returns a passage with its reason, approves the next, and delegates', async () => {
    const known = await publish(city, city.bureau, { body: text('带户口簿到二楼窗口办理。') })
    await take(city.editor, known, 'revise')
    const changed = await saved(city.editor, known, { body: text('带户口簿到三楼窗口办理。') })
    await submit(city.editor, changed)
    const fresh = await submit(city.editor, await write(city.editor, city.bureau))
    const long = { stateSince: new Date(Date.now() - 40 * 86_400_000) }
    await byHand(servedData).set('register', { id: changed.id }, long)
    const page = await openEntry(city.approver.username)
    await page.setViewportSize(phone)
    await page.goto('/admin')
    await page.click('.zk-attention a:has-text("个工作日的事项")')
    await page.waitForURL('**/admin/inbox')
    await page.waitForSelector('.zk-inbox li')
    await page.click('.zk-inbox__begin')
    await page.waitForSelector('.zk-differences ins:has-text("三")')
    expect(await page.locator('.zk-differences del').allTextContents()).toEqual([
      expect.stringContaining('二'),
    ])
    await page.click('#step-return')
    await page.fill('.zk-dialog textarea', '三楼窗口还没有开。')
    await confirm(page)
    await page.waitForSelector(`.zk-text h2:has-text("${fresh.title}")`)
    for (const box of await page.locator('.zk-confirmations input').all()) await box.check()
    await page.click('#step-approve')
    await said(page, '已审批')
    await page.waitForURL('**/admin/inbox')

    const delegate = await hire(city.bureau, 'staff')
    await page.goto('/admin/account')
    await page.getByLabel('受委托人').selectOption(delegate.id)
    await page.getByRole('button', { name: '委托', exact: true }).click()
    await page.locator('.zk-dialog .zk-button--primary').click()
    await page.getByText('委托已保存').waitFor()
    const theirs = await openEntry(delegate.username)
    await theirs.goto('/admin')
    await menu(theirs, '待我办理').click()
    await theirs.waitForURL('**/admin/inbox')
    await closeWindow(theirs)
    await closeWindow(page)
  }, 240_000)
})

describe('a centre administrator’s day', () => {
  test('corrects an approved text directly, publishes a case, and goes on to the tree', async () => {
    const open = { openToUnits: true, openToPublic: true }
    const entry = await publish(city, city.bureau, open)
    const order = { content: '反映路灯不亮。', result: '当日修复。' }
    const draft = await write(await as('centre'), city.bureau, order, 'cases')
    const page = await openEntry('centre', entry)
    await page.click('#step-saveDirectly')
    await page.waitForURL('**direct=1')
    await page.fill('#field-summary', '请找张某，手机13812345678。')
    await page.click('#action-save:not([disabled])')
    await page.waitForSelector('.zk-dialog .zk-findings:has-text("138****5678")')
    await page.click('.zk-dialog button:has-text("取消")')
    await page.fill('#field-summary', '请带户口簿到窗口办理。')
    await page.click('#action-save:not([disabled])')
    await page.waitForSelector('.zk-dialog ins:has-text("户口簿")')
    await confirm(page)
    await said(page, '线上内容随即更新')
    expect(await readsAt(entry)).toBe(200)

    await page.goto('/admin')
    await menu(page, '典型案件').click()
    await page.click(`.zk-list tbody tr:has-text("${draft.title}") a`)
    await page.click('#step-publish')
    await page.check('.zk-dialog input[type=checkbox]')
    await confirm(page)
    await said(page, '已发布')
    const agent = await as('agent')
    expect((await agent.get(`/api/entries/${draft.number}`)).status).toBe(200)
    await menu(page, '知识树').click()
    await page.waitForSelector('[role=treeitem]')
    await closeWindow(page)
  }, 240_000)
})

describe('an operator’s day', () => {
  test('opens an account, finds it among the people of its unit, and has no text in sight', async () => {
    const page = await openEntry('operator')
    const username = `new-${Date.now()}`
    await page.goto('/admin')
    await menu(page, '账号管理').click()
    await page.waitForSelector('.zk-table')
    expect(await menu(page, '知识库管理').count()).toBe(0)
    await page.click('a[href$="/users/create"]')
    await page.fill('#field-username', username)
    await page.fill('#field-password', 'first-password-2026')
    await page.fill('#field-confirm-password', 'first-password-2026')
    await page.fill('#field-name', '新来的')
    await choose(page, '#field-unit', city.bureau.name)
    await choose(page, '#field-roles', '知识库管理员')
    await page.check('#field-mustChangePassword')
    await page.click('#action-save')
    await page.waitForURL(/\/users\/[0-9a-f-]{36}/)
    await page.goto(`/admin/collections/users?unit=${city.bureau.id}`)
    await page.waitForSelector(`.zk-table tr:has-text("${username}")`)
    expect(await violationsOf(page)).toEqual([])
    const signedIn = { username, password: 'first-password-2026' }
    expect((await anyone().post('/api/users/login', signedIn)).status).toBe(200)
    const operator = await as('operator')
    expect((await step(operator, await write(city.editor, city.bureau), 'submit')).status).toBe(404)
    await closeWindow(page)
  }, 240_000)
})
