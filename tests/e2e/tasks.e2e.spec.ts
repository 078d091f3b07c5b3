import { beforeAll, describe, expect, test } from '@jest/globals'
import { found, foundCity, unique } from '../int/city'
import { approve, publish, submit, write } from '../int/entries'
import { closed, seen } from '../int/tasks'
import { as } from '../server/people'
import { confirm, openEntry, said } from './admin'
import { closeWindow, openLive, openPage, phone, violationsOf } from './browser'

let city: Awaited<ReturnType<typeof foundCity>>

beforeAll(async () => {
  city = await foundCity()
})

describe('a gap, from the call to the answer and back', () => {
  test('is told by one key, taken, answered by a text that is approved, closes itself, and is heard of', async () => {
    const word = unique()
    const desk = await openPage({ as: 'agent' })
    await desk.clock.install()
    await openLive(desk, '/desk', '#desk-box')
    await desk.fill('#desk-box', `${word}补贴怎么领`)
    await desk.waitForSelector('.desk-missing')
    await desk.keyboard.press('ArrowDown')
    await desk.keyboard.press('g')
    expect(await desk.inputValue('.desk-report [name=query]')).toBe(`${word}补贴怎么领`)
    expect(await violationsOf(desk, '.desk-report')).toEqual([])
    await desk.fill('.desk-report [name=words]', '老人问补贴')
    await desk.selectOption('.desk-report [name=unit]', city.bureau.id)
    await desk.click('.desk-report [type=submit]')
    await desk.waitForSelector('.toast-undo')
    await desk.clock.fastForward(11_000)
    await desk.waitForSelector('.toast[data-shown]:has-text("已上报（RW")')

    const page = await openEntry(city.editor.username)
    await openLive(page, '/admin/inbox', '.zk-inbox a')
    await page.click(`.zk-inbox a:has-text("${word}")`)
    await page.waitForURL('**/admin/tasks/*')
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    await page.click('button:has-text("受理")')
    await page.waitForSelector('dd:has-text("办理中")')
    const draft = await write(city.editor, city.bureau, { title: `${word}补贴怎么领?` })
    await page.click('button:has-text("指明答案")')
    await page.fill('.zk-dialog input', draft.number)
    expect(await violationsOf(page, '.zk-dialog')).toEqual([])
    await confirm(page)
    await said(page, '已办理')
    await page.waitForSelector('dd:has-text("已答复")')
    await page.setViewportSize(phone)
    expect(await violationsOf(page)).toEqual([])
    await closeWindow(page)

    await approve(city.approver, await submit(city.editor, draft))
    await closed(city.editor, id)
    await desk.goto('/desk')
    await desk.click('a:has-text("我的上报（")')
    const own = desk.locator(`.own-tasks li:has-text("${word}")`)
    expect(await own.textContent()).toContain('按原话检索，已能在前三条找到答案')
    // The order of that call gets its note after all.
    await own.locator('button:has-text("复制记录")').click()
    await own.locator(`[role=status]:has-text("${draft.number}")`).waitFor()
    expect(await violationsOf(desk)).toEqual([])
    await closeWindow(desk)
  }, 240_000)
})

describe('a correction', () => {
  test('of a citizen goes to its unit, which says that it is right', async () => {
    const open = { openToUnits: true, openToPublic: true }
    const entry = await publish(city, city.bureau, open)
    // The browser of these tests says that it is a robot's.
    const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
    const portal = await openPage({ viewport: phone, userAgent })
    await portal.goto(`/e/${entry.number}`)
    await portal.click('a:has-text("报告内容有误")')
    await portal.waitForSelector(`h1:has-text("报告内容有误")`)
    expect(await violationsOf(portal)).toEqual([])
    await portal.fill('textarea', '窗口已经搬走。')
    await portal.click('button:has-text("提交")')
    await portal.waitForSelector('text=谢谢，已经提交')
    await closeWindow(portal)

    const page = await openEntry(city.editor.username)
    await page.goto('/admin/tasks?kind=correction')
    await page.click('a:has-text("窗口已经搬走")')
    await page.click('button:has-text("属实")')
    await page.fill('.zk-dialog textarea', '属实，正在修改。')
    await confirm(page)
    await said(page, '已办理')
    await closeWindow(page)
  }, 240_000)

  test('of an agent names the words that are wrong', async () => {
    const entry = await publish(city, city.bureau)
    const desk = await openPage({ as: 'agent' })
    await desk.clock.install()
    await openLive(desk, `/desk?entry=${entry.number}`, '#desk-box')
    await desk.waitForSelector('.desk-answer')
    await desk.click('.desk-wrong')
    await desk.fill('.desk-report [name=passage]', '带身份证')
    await desk.fill('.desk-report [name=sentence]', '还要户口簿。')
    await desk.click('.desk-report [type=submit]')
    await desk.waitForSelector('.toast-undo')
    await desk.clock.fastForward(11_000)
    await desk.waitForSelector('.toast[data-shown]:has-text("已上报（RW")')
    await closeWindow(desk)
    const agent = await as('agent')
    const { body } = await agent.get<{ tasks: { id: string }[] }>('/api/tasks?own=true')
    expect(await seen(agent, body.tasks[0]?.id ?? '')).toMatchObject({
      ...{ about: '还要户口簿。', passage: '带身份证' },
    })
  }, 120_000)
})

describe('a request of the centre', () => {
  test('goes to all units of a county by one tap on a phone, none by none', async () => {
    const office = await found('department', '县信访局', city.county)
    const page = await openEntry('centre')
    await page.setViewportSize(phone)
    await openLive(page, '/admin/tasks', '.zk-head__actions button')
    await page.click('button:has-text("发起维护需求")')
    const sentence = `请核对${unique()}办公地址`
    await page.fill('.zk-dialog textarea', sentence)
    await page.fill('.zk-dialog [type=date]', '2099-12-04')
    await page.click('.zk-dialog [type=submit]')
    await page.waitForSelector('.zk-dialog [role=alert]:has-text("请至少选择一个单位")')
    await page.fill('.zk-dialog [type=search]', city.county.name)
    await page.click(`label:has-text("${city.county.name}全部单位")`)
    await page.waitForSelector('legend:has-text("已选 2 个")')
    expect(await violationsOf(page, '.zk-dialog')).toEqual([])
    await confirm(page)
    await said(page, '已发给所选单位')
    await closeWindow(page)
    const centre = await as('centre')
    for (const unit of [city.bureau, office]) {
      const path = `/api/tasks?kind=request&unit=${unit.id}`
      const { body } = await centre.get<{ tasks: { about: string }[] }>(path)
      expect(body.tasks).toMatchObject([{ about: sentence }])
    }
  }, 120_000)
})
