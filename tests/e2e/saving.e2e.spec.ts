import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { password } from '../server/launch.mjs'
import { foundCity, hire } from '../int/city'
import { submit, take, text, write } from '../int/entries'
import { choose, openEntry, said } from './admin'
import { closeWindow } from './browser'
import { markAll, outline, storedOf } from './writing'

let city: Awaited<ReturnType<typeof foundCity>>

beforeAll(async () => {
  city = await foundCity()
})

const root = '.ContentEditable__root'
const banner = '.zk-draft'

async function openText(more: object = {}) {
  const entry = await write(city.editor, city.bureau, more)
  const page = await openEntry(city.editor.username, entry)
  await page.waitForSelector(root)
  return { page, entry, stored: () => storedOf(city.editor.username, entry) }
}

/** Fills a new entry in as far as it must be, but for its text. */
async function fillIn(page: Page, title: string): Promise<void> {
  await page.goto('/admin/collections/knowledge/create')
  await page.waitForSelector(root)
  await choose(page, '#field-category', '公共服务')
  await page.fill('#field-title', title)
  await page.fill('#field-summary', '请携带身份证到三楼窗口办理。')
  for (const name of ['设置公开', '网站公开']) {
    await page.getByRole('group', { name }).getByLabel('公开', { exact: true }).check()
  }
}

/** What this browser keeps of unsaved texts. */
const kept = (page: Page): Promise<string[]> =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('zhiku-draft')))

const untilKept = (page: Page, words: string) =>
  page.waitForFunction((wanted) => JSON.stringify(localStorage).includes(wanted), words)

describe('a new entry', () => {
  test('is saved and submitted in one go, once nothing is missing', async () => {
    const title = `怎样一次办好第 ${Date.now()} 件事?`
    const page = await openEntry(city.editor.username)
    await fillIn(page, title)
    await page.click('#step-submit')
    await said(page, '没有提交，也没有保存：请先填写正文')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-body')
    expect(new URL(page.url()).pathname).toBe('/admin/collections/knowledge/create')
    await page.keyboard.type('三楼窗口受理，当场办结。')
    await page.click('#step-submit')
    await said(page, '已提交审批')
    await page.waitForURL(/\/knowledge\/[0-9a-f-]{36}/)
    await page.waitForSelector('.zk-text h2')
    expect(await page.textContent('.zk-text h2')).toBe(title)
    expect(await kept(page)).toEqual([])
    await closeWindow(page)
  }, 240_000)

  test('that cannot be saved says at which field and why, and stays as it was written', async () => {
    const page = await openEntry(city.editor.username)
    await fillIn(page, '怎样办理?')
    await page.fill('#field-summary', '长'.repeat(230))
    await page.waitForSelector('.zk-error:has-text("超出 30 字")')
    await page.click(root)
    await page.keyboard.type('正文。')
    await page.click('#step-submit')
    await said(page, '没有保存')
    await page.waitForFunction(() => document.activeElement?.id === 'field-summary')
    expect(await page.inputValue('#field-summary')).toHaveLength(230)
    await page.fill('#field-summary', '带身份证。')
    await page.click('#step-submit')
    await said(page, '已提交审批')
    await closeWindow(page)
  }, 240_000)
})

describe('an entry that is written', () => {
  test('is saved by a button without leaving the page, and is told where it is refused', async () => {
    const { page, stored } = await openText()
    await page.fill('#field-summary', '改过的概要。')
    await page.click('#action-stay')
    await said(page, '更新成功')
    expect((await stored()).summary).toBe('改过的概要。')
    await page.fill('#field-summary', '长'.repeat(201))
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
    await page.keyboard.press('Control+s')
    await said(page, '没有保存：“概要/答复口径”')
    await page.waitForFunction(() => document.activeElement?.id === 'field-summary')
    expect(
      await page
        .locator('#field-summary')
        .evaluate((field) => field.getBoundingClientRect().top > 0),
    ).toBe(true)
    expect((await stored()).summary).toBe('改过的概要。')
    await closeWindow(page)
  }, 240_000)

  test('asks before it is left unsaved', async () => {
    const { page } = await openText()
    await page.fill('#field-title', '还没有保存的标题?')
    const asked = page.waitForEvent('dialog')
    // Not reload(), which waits for a page that does not come.
    const leaving = page.evaluate(() => window.location.reload())
    await (await asked).dismiss()
    await leaving
    expect(await page.inputValue('#field-title')).toBe('还没有保存的标题?')
    await page.click('.zk-nav a[href="/admin"]')
    await page.getByText('仍要离开').or(page.getByText('无论如何都要离开')).first().waitFor()
    await closeWindow(page)
  }, 240_000)

  test('shows what stands out where it stands, while it is written', async () => {
    const { page } = await openText({ title: '低保标准说明' })
    await page.waitForSelector('.field-type:has(#field-title) .zk-hints:has-text("不像一个问题")')
    await page.fill('#field-title', '低保标准是多少?')
    await page.waitForSelector('.field-type:has(#field-title) .zk-hints', { state: 'detached' })
    await page.fill('#field-summary', '请找张某13912345678。')
    await page.waitForSelector('.field-type:has(#field-summary) .zk-hints:has-text("139****5678")')
    await page.click(root)
    await page.keyboard.type('还需其他材料。')
    await page.waitForSelector('.rich-text-lexical .zk-hints:has-text("其他材料")')
    await closeWindow(page)
  }, 240_000)
})

describe('what was written and not saved', () => {
  test('is kept in the browser, offered again to its writer alone, and gone once it is saved', async () => {
    const { page, entry, stored } = await openText({ body: text('原文。') })
    await page.click(root)
    await page.keyboard.press('Control+End')
    await page.keyboard.type('写了半天的一段。')
    await untilKept(page, '写了半天的一段。')
    page.on('dialog', (dialog) => void dialog.accept())
    await page.reload()
    await page.waitForSelector(banner)
    expect(await page.textContent(root)).not.toContain('写了半天的一段。')

    const colleague = await hire(city.bureau, 'editor')
    await page.context().clearCookies()
    const signIn = (username: string) =>
      page.context().request.post('/api/users/login', { data: { username, password } })
    await signIn(colleague.username)
    await page.goto(`/admin/collections/knowledge/${entry.id}`)
    await page.waitForSelector(root)
    await page.waitForSelector('.zk-missing, .zk-facts')
    expect(await page.locator(banner).count()).toBe(0)

    await page.context().clearCookies()
    await signIn(city.editor.username)
    await page.goto(`/admin/collections/knowledge/${entry.id}`)
    await page.click('#restore-draft')
    await page.locator(root).getByText('写了半天的一段。').waitFor()
    expect(outline((await stored()).body?.root).join('')).not.toContain('写了半天')
    await page.click('#action-stay')
    await said(page, '更新成功')
    expect(outline((await stored()).body?.root).join('')).toContain('写了半天的一段。')
    expect(await kept(page)).toEqual([])
    await closeWindow(page)
  }, 300_000)

  test('is dropped on purpose, and by signing out', async () => {
    const { page, entry } = await openText()
    page.on('dialog', (dialog) => void dialog.accept())
    const leave = async (words: string) => {
      await page.fill('#field-title', words)
      await untilKept(page, words)
      await page.goto(`/admin/collections/knowledge/${entry.id}`)
    }
    await leave('没有保存的一个?')
    await page.click('#discard-draft')
    expect(await kept(page)).toEqual([])
    await page.reload()
    await page.waitForSelector('#field-title')
    expect(await page.inputValue('#field-title')).toBe(entry.title)
    await page.waitForSelector('.zk-facts')
    expect(await page.locator(banner).count()).toBe(0)
    await leave('没有保存的两个?')
    await page.waitForSelector(banner)
    await page.goto('/admin/logout')
    await page.waitForFunction(
      () => !Object.keys(localStorage).some((key) => key.startsWith('zhiku-draft')),
    )
    await closeWindow(page)
  }, 300_000)
})

describe('a session that ended while somebody wrote', () => {
  test('is told until it is read; the text stays, and is saved once one has signed in elsewhere', async () => {
    const { page, stored } = await openText({ body: text('原文。') })
    await page.click(root)
    await page.keyboard.press('Control+End')
    await page.keyboard.type('写了很久的一段。')
    await page.context().clearCookies()
    await page.keyboard.press('Control+s')
    await said(page, '请在新标签页登录')
    // Payload’s own words go after four seconds; ours wait.
    await page.waitForFunction(() => document.querySelectorAll('[data-sonner-toast]').length === 1)
    expect(await page.textContent('[data-sonner-toast]')).toContain('文字还在此页')
    expect(await page.textContent(root)).toContain('写了很久的一段。')
    await page.context().request.post('/api/users/login', {
      data: { username: city.editor.username, password },
    })
    await page.click(root)
    await page.keyboard.press('Control+s')
    await said(page, '更新成功')
    expect(outline((await stored()).body?.root).join('')).toContain('写了很久的一段。')
    await page.waitForSelector('[data-sonner-toast]:has-text("请在新标签页登录")', {
      state: 'detached',
    })
    await closeWindow(page)
  }, 240_000)
})

describe('a text that came back', () => {
  test('shows each remark at its passage: beside the text, and under a field', async () => {
    const entry = await write(city.editor, city.bureau, {
      summary: '到二楼窗口办理。',
      body: text('先取号，再到窗口。', '五个工作日办结。'),
    })
    await submit(city.editor, entry)
    const reason = '「五个工作日办结」：请写明从何时起算\n「二楼窗口」：窗口已搬到三楼'
    await take(city.approver, entry, 'return', { reason })
    const page = await openEntry(city.editor.username, entry)
    const note = page.locator('.zk-margin li')
    await note.getByText('请写明从何时起算').waitFor()
    expect(await note.count()).toBe(1)
    const [beside, passage] = await Promise.all([
      note.boundingBox(),
      page.locator(root).getByText('五个工作日办结。').boundingBox(),
    ])
    expect(Math.abs((beside?.y ?? 0) - (passage?.y ?? 999))).toBeLessThan(40)
    await page.waitForSelector(
      '.field-type:has(#field-summary) .zk-hints:has-text("窗口已搬到三楼")',
    )
    await markAll(page)
    await page.keyboard.type('五日内办结。')
    await page.waitForSelector('.zk-margin', { state: 'detached' })
    await closeWindow(page)
  }, 240_000)
})
