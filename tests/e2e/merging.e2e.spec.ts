import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { foundCity, hire, unique, type Worker } from '../int/city'
import { publish, text, write } from '../int/entries'
import { tell } from '../int/tasks'
import { settled } from '../int/tellAt'
import { as } from '../server/people'
import { confirm, openEntry, said } from './admin'
import { closeWindow, openLive, openPage, phone, violationsOf } from './browser'

let city: Awaited<ReturnType<typeof foundCity>>
let theirs: { editor: Worker; approver: Worker }

beforeAll(async () => {
  city = await foundCity()
  theirs = { editor: city.stranger, approver: await hire(city.elsewhere, 'approver') }
})

const open = { openToUnits: true, openToPublic: true }

/** From what waits for this person into the task of this kind. */
async function fromInbox(person: Worker): Promise<Page> {
  const page = await openEntry(person.username)
  await openLive(page, '/admin/inbox?kind=merge', '.zk-inbox a')
  await page.click('.zk-inbox a')
  await page.waitForURL('**/admin/tasks/*')
  return page
}

describe('two texts that ask the same, of two units', () => {
  test('are proposed beside the one, agreed to by both approvers, and readers are sent on', async () => {
    const word = unique()
    const stays = await publish(theirs, city.elsewhere, { ...open, title: `${word}卡怎么挂失?` })
    const goes = await publish(city, city.bureau, { ...open, title: `怎么挂失${word}卡?` })

    const page = await openEntry(city.editor.username, goes)
    await page.click('button:has-text("与……合并")')
    await page.waitForSelector(`.zk-dialog label:has-text("${stays.number}")`)
    await confirm(page)
    await page.waitForSelector('.zk-dialog [role=alert]:has-text("请选择要合并的另一条内容")')
    await page.check(`.zk-dialog label:has-text("${stays.number}") input`)
    await page.check('.zk-dialog label:has-text("保留另一条") input')
    await page.fill('.zk-dialog textarea', '周六上午也办理。')
    expect(await violationsOf(page, '.zk-dialog')).toEqual([])
    await page.setViewportSize(phone)
    expect(await violationsOf(page, '.zk-dialog')).toEqual([])
    await confirm(page)
    await said(page, '已提议合并')
    await closeWindow(page)

    const editor = await fromInbox(theirs.editor)
    await editor.click('button:has-text("并入修订")')
    await editor.waitForURL(`**/admin/collections/knowledge/${stays.id}`)
    await editor.waitForSelector('.ContentEditable__root:has-text("周六上午也办理。")')
    await closeWindow(editor)

    const keeper = await fromInbox(theirs.approver)
    expect(await violationsOf(keeper)).toEqual([])
    await keeper.click('button:has-text("同意并入")')
    await confirm(keeper)
    await said(keeper, '已办理')
    await closeWindow(keeper)
    await settled()

    const leaver = await fromInbox(city.approver)
    await leaver.setViewportSize(phone)
    expect(await violationsOf(leaver)).toEqual([])
    await leaver.click('button:has-text("同意合并")')
    await confirm(leaver)
    await said(leaver, '已办理')
    await leaver.waitForSelector('dd:has-text("已合并")')
    await closeWindow(leaver)

    const portal = await openPage({ viewport: phone })
    await portal.goto(`/e/${goes.number}`)
    await portal.waitForSelector(`h1:has-text("${stays.title}")`)
    await closeWindow(portal)
  }, 240_000)
})

describe('the inbox', () => {
  test('has what was not read in the same list, counted as at the bell, and read from there', async () => {
    const entry = await publish(city, city.bureau)
    const centre = await as('centre')
    const due = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)
    const request = { kind: 'request', units: [city.bureau.id], due }
    await tell(centre, { ...request, sentence: `请更新${unique()}的答复口径。` })
    await write(city.editor, city.bureau, { body: text('草稿。') })
    const page = await openEntry(city.editor.username)
    await openLive(page, '/admin/inbox', '.zk-inbox a')
    const bell = page.locator('.zk-bell__count')
    const chip = page.locator('.zk-filter a:has-text("未读消息") .zk-count')
    const before = Number(await bell.textContent())
    expect(before).toBeGreaterThan(1)
    expect(Number(await chip.textContent())).toBe(before)
    await page.goto('/admin')
    const attention = page.locator('.zk-attention a:has-text("未读消息") .zk-count')
    expect(Number(await attention.textContent())).toBe(before)
    await page.click('.zk-attention a:has-text("未读消息")')
    // A message about a task that waits is said on its line.
    await page.waitForSelector('.zk-inbox li:has-text("维护需求"):has-text("未读")')
    const line = page.locator(`.zk-inbox li:has-text("已审批通过"):has-text("${entry.number}")`)
    expect(await violationsOf(page)).toEqual([])
    await page.setViewportSize(phone)
    expect(await violationsOf(page)).toEqual([])
    await line.locator('button:has-text("标为已读")').click()
    await line.waitFor({ state: 'detached' })
    await page.waitForFunction(
      (n) => document.querySelector('.zk-bell__count')?.textContent === String(n),
      before - 1,
    )
    expect(Number(await chip.textContent())).toBe(before - 1)
    await page.click('button:has-text("全部标为已读")')
    await bell.waitFor({ state: 'detached' })
    await closeWindow(page)
  }, 240_000)
})
