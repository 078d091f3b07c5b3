import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { foundCity } from '../int/city'
import { history, submit, text, write } from '../int/entries'
import { confirm, openEntry, said } from './admin'
import { closeWindow, openLive, phone, violationsOf } from './browser'

let city: Awaited<ReturnType<typeof foundCity>>

beforeAll(async () => {
  city = await foundCity()
})

/** Selects these words of the text as a finger or a mouse would. */
const select = (page: Page, words: string) =>
  page.evaluate((wanted) => {
    const walker = document.createTreeWalker(
      document.querySelector('.zk-text__body') as Element,
      NodeFilter.SHOW_TEXT,
    )
    while (walker.nextNode()) {
      const node = walker.currentNode as Text
      const at = node.data.indexOf(wanted)
      if (at < 0) continue
      window.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length)
      return
    }
    throw new Error(`The text does not say ${wanted}.`)
  }, words)

describe('the inbox of an approver, on a phone', () => {
  test('leads from decision to decision over all libraries, what waits longest first', async () => {
    const first = await submit(city.editor, await write(city.editor, city.bureau, {}, 'plans'))
    const second = await submit(city.editor, await write(city.editor, city.bureau))
    const page = await openEntry(city.approver.username)
    await page.setViewportSize(phone)
    await openLive(page, '/admin/inbox', '.zk-inbox a')
    expect(await page.locator('.zk-inbox li').allTextContents()).toEqual([
      expect.stringContaining(first.title),
      expect.stringContaining(second.title),
    ])
    expect(await violationsOf(page)).toEqual([])

    await page.click('.zk-inbox__begin')
    await page.waitForSelector('.zk-inboxbar:has-text("第 1 条，共 2 条")')
    await page.waitForSelector(`.zk-text h2:has-text("${first.title}")`)
    for (const box of await page.locator('.zk-confirmations input').all()) await box.check()
    await page.click('#step-approve')
    await said(page, '已审批')

    await page.waitForSelector(`.zk-text h2:has-text("${second.title}")`)
    await page.waitForSelector('.zk-inboxbar:has-text("第 1 条，共 1 条")')
    // What stands above is Payload's.
    expect(await violationsOf(page, '.zk-entry')).toEqual([])
    await page.click('#step-return')
    await page.fill('.zk-dialog textarea', '电话有误。')
    await confirm(page)
    await page.waitForURL('**/admin/inbox')
    await page.waitForSelector('text=没有等待您办理的内容')
    await closeWindow(page)
  }, 240_000)
})

describe('a text that is returned', () => {
  test('carries the remarks on its passages to the editor, marked where they stand', async () => {
    const entry = await submit(
      city.editor,
      await write(city.editor, city.bureau, { body: text('带相关材料到三楼窗口办理。') }),
      { findings: ['listedWord'] },
    )
    const approver = await openEntry(city.approver.username, entry)
    await approver.waitForSelector('#add-remark')
    await select(approver, '相关材料')
    await approver.click('#add-remark:has-text("相关材料")')
    await approver.fill('.zk-dialog textarea', '请逐项写明。')
    await confirm(approver)
    await approver.waitForSelector('.zk-remarks li:has-text("相关材料")')
    await approver.click('#step-return')
    expect(await approver.inputValue('.zk-dialog textarea')).toBe('「相关材料」：请逐项写明。')
    await confirm(approver)
    await said(approver, '已退回')
    const [last] = await history(city.editor, entry)
    expect(last).toMatchObject({ step: 'return', reason: '「相关材料」：请逐项写明。' })

    const editor = await openEntry(city.editor.username, entry)
    await editor.waitForSelector('.zk-reason:has-text("请逐项写明。")')
    await editor.waitForSelector('.ContentEditable__root:has-text("相关材料")')
    await editor.waitForFunction(
      () => [...(CSS.highlights.get('zk-remark') ?? [])].map(String).join() === '相关材料',
    )
    await closeWindow(editor)
    await closeWindow(approver)
  }, 240_000)
})

describe('rows chosen in a list', () => {
  test('stay chosen from page to page and are submitted together', async () => {
    for (let n = 0; n < 22; n += 1) await write(city.editor, city.bureau)
    const page = await openEntry(city.editor.username)
    const list = '/admin/collections/knowledge?state=draft&sort=-stateSince'
    const boxes = '.zk-list tbody input[type=checkbox]'
    await openLive(page, list, boxes)
    await page.click('.zk-list thead input')
    await page.waitForSelector('.zk-bulk:has-text("已选 20 条")')
    await page.goto(`${list}&page=2`)
    await page.waitForSelector(boxes)
    await page.locator(boxes).first().check()
    await page.waitForSelector('.zk-bulk:has-text("已选 21 条")')
    await page.goto(list)
    await page.waitForSelector(`${boxes}:checked`)
    await page.locator(boxes).first().uncheck()
    await page.waitForSelector('.zk-bulk:has-text("已选 20 条")')
    await page.click('#several-submit')
    await confirm(page)
    await page.waitForSelector('.zk-dialog:has-text("已办理 20 条")')
    await page.click('.zk-dialog button:has-text("关闭")')
    await page.waitForSelector('.zk-bulk:has-text("已选 0 条")')
    await closeWindow(page)
  }, 240_000)
})
