import { describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { ask, askAndOpen, before, clipboardOf, openDesk, press } from './atDesk'
import { closeWindow } from './browser'
import { demoEntry } from './demoEntries'

const nobodyAsked = 'qzx wvk jjq'
const phrases = (page: Page) => page.locator('.desk-phrases').allTextContents()

describe('规范用语', () => {
  test('are copied by their keys where they are said: an emergency as soon as it is written', async () => {
    const page = await openDesk()
    expect((await phrases(page)).join()).toContain('正在为您查询')
    await ask(page, '我家厨房着火了')
    expect((await phrases(page)).join()).toMatch(/拨打119.+1$/)
    // In the box a digit is text.
    await page.keyboard.type('1')
    expect(await page.inputValue('#desk-box')).toBe('我家厨房着火了1')
    expect(await clipboardOf(page)).toBe(before)
    expect(await press(page, '1')).toMatch(/^已复制：.+拨打119/)
    expect(await clipboardOf(page)).toMatch(/拨打119.+。$/)
    await closeWindow(page)
  })

  test('of an empty result are reached by the arrow, with the note that passes it on', async () => {
    const page = await openDesk()
    await ask(page, nobodyAsked)
    await page.waitForSelector('.desk-none')
    expect((await phrases(page)).join()).toMatch(/暂时没有查到.+1.+需要进一步核实.+2$/)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('2')
    await page.waitForFunction(() => document.querySelector('.toast')?.textContent.includes('核实'))
    expect(await clipboardOf(page)).toContain('需要进一步核实')
    await page.keyboard.press('z')
    await page.waitForFunction(() => document.activeElement?.id === 'desk-transfer')
    const [, name = ''] = await page.locator('#desk-transfer option').allTextContents()
    await page.selectOption('#desk-transfer', { label: name })
    await page.keyboard.press('Enter')
    const note = `知识库无此内容，转（${name}）`
    await page.getByText(`已复制：${note}`).waitFor()
    expect(await clipboardOf(page)).toBe(note)
    // Another caller's matter goes to another unit.
    await ask(page, `${nobodyAsked} b`)
    await page.waitForFunction(() => {
      const choice = document.querySelector<HTMLSelectElement>('#desk-transfer')
      return choice?.value === ''
    })
    await page.locator('.desk-none').focus()
    await page.keyboard.press('ArrowUp')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('desk-box')
    await closeWindow(page)
  })

  test('and notes are no part of the desk of who answers no callers', async () => {
    const open = await demoEntry({ isOpen: true })
    const page = await openDesk('/desk', { as: 'editor' })
    await askAndOpen(page, open.title, open.number)
    expect(await page.locator('.desk-phrases, .desk-use').count()).toBe(0)
    expect(await page.locator('.desk-actions').textContent()).not.toContain('三方通话')
    await ask(page, nobodyAsked)
    await page.waitForSelector('.desk-none')
    expect(await page.locator('.desk-transfer button:not(.desk-contact)').count()).toBe(0)
    await closeWindow(page)
  })
})
