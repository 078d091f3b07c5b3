import { beforeAll, describe, expect, test } from '@jest/globals'
import { foundCity } from '../int/city'
import { publish, write } from '../int/entries'
import { anyone } from '../server/people'
import { confirm, expectAccessible, openEntry, readsAt, said } from './admin'
import { closeWindow } from './browser'

let city: Awaited<ReturnType<typeof foundCity>>

beforeAll(async () => {
  city = await foundCity()
})

const openToAll = { openToUnits: true, openToPublic: true }

describe('the deletion of an entry', () => {
  test('an editor asks with a reason, the approver agrees, and nobody reads it any more', async () => {
    const entry = await publish(city, city.bureau, openToAll)
    const editor = await openEntry(city.editor.username, entry)
    await editor.click('#step-requestDeletion')
    await expectAccessible(editor)
    await confirm(editor)
    expect(await editor.textContent('.zk-dialog [role=alert]')).toBe('请填写。')
    await editor.fill('.zk-dialog textarea', '政策已废止。')
    await confirm(editor)
    await said(editor, '已提交删除申请')
    await editor.getByRole('button', { name: '关闭提示' }).first().waitFor()
    await editor.waitForSelector('#step-withdrawRequest')
    expect(await readsAt(entry)).toBe(200)

    const approver = await openEntry(city.approver.username)
    await approver.goto('/admin')
    await approver.click(`.zk-waiting a:has-text("${entry.title}")`)
    await approver.waitForSelector('.zk-notice:has-text("政策已废止。")')
    await approver.click('#step-approveDeletion')
    await confirm(approver)
    await said(approver, '已移入回收站')
    await approver.waitForURL('**/admin/inbox')
    await approver.goBack()
    await approver.waitForSelector('.zk-notice:has-text("在回收站")')
    expect(await readsAt(entry)).toBe(404)
    await closeWindow(editor)
    await closeWindow(approver)
  }, 240_000)
})

describe('an approved text', () => {
  test('is returned and taken offline in one step, and its writer reads why', async () => {
    const entry = await publish(city, city.bureau, openToAll)
    const approver = await openEntry(city.approver.username, entry)
    await approver.click('#step-return')
    await approver.check('.zk-dialog input[value=offline]')
    await approver.fill('.zk-dialog textarea', '收费标准已经调整。')
    await confirm(approver)
    await said(approver, '已退回')
    expect(await readsAt(entry)).toBe(404)

    const editor = await openEntry(city.editor.username, entry)
    await editor.waitForSelector('.zk-notice:has-text("收费标准已经调整。")')
    await editor.waitForSelector('#step-submit')
    await closeWindow(editor)
    await closeWindow(approver)
  }, 240_000)

  test('is corrected by the centre directly, at once for readers and on record', async () => {
    const entry = await publish(city, city.bureau, openToAll)
    const centre = await openEntry('centre', entry)
    await centre.click('#step-saveDirectly')
    await centre.waitForURL('**direct=1')
    await centre.fill('#field-summary', '请带户口簿到窗口办理。')
    await centre.click('#action-save:not([disabled])')
    await centre.waitForSelector('.zk-dialog ins:has-text("户口簿")')
    await confirm(centre)
    await said(centre, '线上内容随即更新')
    await centre.waitForSelector('.zk-text__summary:has-text("请带户口簿到窗口办理。")')
    const { body } = await anyone().get<{ summary: string }>(`/api/public/entries/${entry.number}`)
    expect(body.summary).toBe('请带户口簿到窗口办理。')
    await centre.click('.zk-history li:has-text("直接修改") .zk-link')
    await centre.waitForSelector('.zk-change ins')
    await closeWindow(centre)
  }, 240_000)

  test('is withdrawn with a sentence for readers, and put online again', async () => {
    const entry = await publish(city, city.bureau, openToAll)
    const page = await openEntry(city.approver.username, entry)
    await page.click('#step-withdraw')
    await page.check('.zk-dialog input[value=inError]')
    await page.fill('.zk-dialog textarea', '地址有误，正在核实。')
    await expectAccessible(page)
    await confirm(page)
    await said(page, '已下架')
    await page.waitForSelector('.zk-notice:has-text("地址有误，正在核实。")')
    expect(await readsAt(entry)).toBe(404)
    await page.click('#step-resume')
    await confirm(page)
    await said(page, '已重新上架')
    await page.waitForSelector('#step-withdraw')
    expect(await readsAt(entry)).toBe(200)
    await closeWindow(page)
  }, 240_000)

  test('is merged into another, which the approver finds by its words', async () => {
    const successor = await publish(city, city.bureau, openToAll)
    const entry = await publish(city, city.bureau, openToAll)
    const page = await openEntry(city.approver.username, entry)
    await page.click('#step-withdraw')
    await page.check('.zk-dialog input[value=merged]')
    await page.fill('.zk-dialog textarea', '两条内容相同，请看并入的一条。')
    const found = page.locator(`.zk-dialog label:has-text("${successor.number}")`)
    for (let tries = 0; tries < 40 && (await found.count()) === 0; tries++) {
      await page.fill('.zk-dialog input[name=successor]', successor.title)
      await page.keyboard.press('Enter')
      await page.waitForTimeout(500)
    }
    await found.click()
    await confirm(page)
    await said(page, '已下架')
    await page.waitForSelector(`.zk-notice a:has-text("${successor.title}")`)
    await closeWindow(page)
  }, 240_000)
})

describe('several entries at once', () => {
  test('an approver opens them to citizens; what is refused is named, the others are done', async () => {
    const first = await publish(city, city.bureau, { openToUnits: true })
    const second = await publish(city, city.bureau, { openToUnits: true })
    const notLive = await write(city.editor, city.bureau)
    const page = await openEntry(city.approver.username)
    await page.goto('/admin/collections/knowledge?sort=-updatedAt')
    for (const { number } of [first, second, notLive]) {
      await page.locator(`tr:has-text("${number}") input[type=checkbox]`).check()
    }
    await page.click('#several-open')
    // What is refused is named before, and left alone.
    await page.waitForSelector(`.zk-dialog .zk-notice li:has-text("${notLive.number}")`)
    await page.waitForSelector('.zk-dialog:has-text("将办理 2 条")')
    await page.check('.zk-dialog input[value=public]')
    await expectAccessible(page)
    await confirm(page)
    await page.waitForSelector('.zk-dialog:has-text("已办理 2 条")')
    expect(await page.textContent('.zk-refused')).toContain(notLive.number)
    await page.click('.zk-dialog button:has-text("关闭")')
    expect(await readsAt(first)).toBe(200)
    expect(await readsAt(second)).toBe(200)
    await closeWindow(page)
  }, 240_000)
})
