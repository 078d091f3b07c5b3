import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { foundCity, unique } from '../int/city'
import { publish, write } from '../int/entries'
import { confirm, expectAccessible, openEntry, said } from './admin'
import { openBrowser } from './browser'

let browser: Browser
let city: Awaited<ReturnType<typeof foundCity>>

beforeAll(async () => {
  browser = await openBrowser()
  city = await foundCity()
})

afterAll(() => browser.close())

describe('what is to be looked at again', () => {
  test('the editor sees what is there already and where a number stands, the approver that they saw it', async () => {
    const name = unique()
    const first = await write(city.editor, city.bureau, { title: `如何办理${name}茶园登记？` })
    const second = await write(city.editor, city.bureau, { summary: '请找张某13800138000。' })
    const editor = await openEntry(browser, city.editor.username, second)
    await editor.waitForSelector('.zk-findings mark:has-text("138****8000")')
    await editor.fill('#field-title', `${name}茶园登记怎么办理？`)
    await editor.waitForSelector(`.zk-similar a:has-text("${first.title}")`)
    expect(await editor.textContent('.zk-similar [aria-live]')).toBe('已有 1 条相近的内容')
    await editor.fill('#field-title', `${unique()}怎么领取？`)
    await editor.waitForSelector(`.zk-similar a:has-text("${first.title}")`, { state: 'detached' })
    await editor.fill('#field-title', `${name}茶园登记怎么办理？`)
    await editor.click('#action-save:not([disabled])')
    await editor.waitForSelector('#action-save[disabled]')
    await editor.click('#step-submit')
    await said(editor, '已提交审批')

    const approver = await openEntry(browser, city.approver.username, second)
    await approver.waitForSelector('.zk-findings:has-text("提交人已看过")')
    await approver.waitForSelector('.zk-findings mark:has-text("138****8000")')
    await approver.waitForSelector(`.zk-similar a:has-text("${first.title}")`)
    await approver.waitForSelector('.zk-history li:has-text("疑似手机号 1 处")')
    await editor.context().close()
    await approver.context().close()
  }, 240_000)

  test('the centre is shown a number before it saves directly, and may think better of it', async () => {
    const entry = await publish(city, city.bureau)
    const centre = await openEntry(browser, 'centre', entry)
    await centre.click('#step-saveDirectly')
    await centre.waitForURL('**direct=1')
    await centre.fill('#field-summary', '请找张某13800138000。')
    await centre.click('#action-save:not([disabled])')
    await centre.waitForSelector('.zk-dialog mark:has-text("138****8000")')
    await expectAccessible(centre)
    await centre.click('.zk-dialog button:has-text("取消")')
    await centre.fill('#field-summary', '请到窗口。')
    await centre.click('#action-save:not([disabled])')
    await said(centre, '线上内容随即更新')
    await centre.context().close()
  }, 240_000)

  test('a number that stays is saved once it was looked at', async () => {
    const entry = await publish(city, city.bureau)
    const centre = await openEntry(browser, 'centre', entry)
    await centre.goto(`/admin/collections/knowledge/${entry.id}?direct=1`)
    await centre.fill('#field-summary', '请找张某13800138000。')
    await centre.click('#action-save:not([disabled])')
    await centre.waitForSelector('.zk-dialog mark')
    await confirm(centre)
    await said(centre, '线上内容随即更新')
    await centre.context().close()
  }, 240_000)
})
