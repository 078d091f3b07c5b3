import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import type { TaskPage } from '@/workflow/tasks/readTasks'
import { found, foundCity, hire, unique, type Unit, type Worker } from '../int/city'
import { approve, copyOf, publish, saved, submit, take, write, type Entry } from '../int/entries'
import { settled } from '../int/tellAt'
import { expectVisible } from '../int/visible'
import { openEntry, said } from './admin'
import { closeWindow, isTooWide, openLive, phone, violationsOf } from './browser'

let city: Awaited<ReturnType<typeof foundCity>>
let civil: Unit
let people: { editor: Worker; approver: Worker }
const open = { openToUnits: true, openToPublic: true }

beforeAll(async () => {
  city = await foundCity()
  civil = await found('department', '市民政局')
  people = { editor: await hire(civil, 'editor'), approver: await hire(civil, 'approver') }
})

const field = '[data-field=basedOn]'

describe('依据的上级事项 in the form', () => {
  test('is found by its words, held against the text, and taken off again, by the keyboard alone', async () => {
    const original = await publish(people, civil, { ...open, title: `${unique()}证如何申领？` })
    await expectVisible(original, city.editor)
    const draft = await write(city.editor, city.bureau, open)
    const page = await openEntry(city.editor.username, draft)
    await openLive(page, `/admin/collections/knowledge/${draft.id}`, `${field} input`)
    await page.focus(`${field} input`)
    await page.keyboard.type(original.title)
    // Enter in the box looks, and does not save.
    await page.keyboard.press('Enter')
    const choice = page.locator(`${field} label`, { hasText: original.number })
    await choice.waitFor()
    await choice.locator('input').focus()
    await page.keyboard.press('Space')
    await page.locator(`${field} .zk-entry-field__known`, { hasText: original.number }).waitFor()
    await page.locator(`${field} .zk-hints`, { hasText: '与所依据事项的名称不一致' }).waitFor()
    expect(await violationsOf(page, field)).toEqual([])
    await page.click('#action-save:not([disabled])')
    await said(page, '更新成功')
    expect((await copyOf(city.editor, draft)).body.basedOn).toBe(original.number)
    // Saved, it leads back to the list.
    await page.setViewportSize(phone)
    await openLive(page, `/admin/collections/knowledge/${draft.id}`, `${field} button`)
    expect(await isTooWide(page)).toBe(false)
    await page.focus(`${field} .zk-entry-field__known button`)
    await page.keyboard.press('Enter')
    await page.locator(`${field} .zk-entry-field__known`).waitFor({ state: 'detached' })
    await closeWindow(page)
  }, 240_000)

  test('that is not above says so in plain words where it stands', async () => {
    const beside = await found('department', '县教育局', city.county)
    const own = { editor: await hire(beside, 'editor'), approver: await hire(beside, 'approver') }
    const other = await publish(own, beside, { ...open, title: `${unique()}如何报名？` })
    await expectVisible(other, city.editor)
    const draft = await write(city.editor, city.bureau, open)
    const page = await openEntry(city.editor.username)
    await openLive(page, `/admin/collections/knowledge/${draft.id}`, `${field} input`)
    await page.fill(`${field} input`, other.title)
    await page.click(`${field} button:has-text("查找")`)
    await page.click(`${field} label:has-text("${other.number}")`)
    await page.click('#action-save:not([disabled])')
    await page.locator('text=只能依据上级的事项').first().waitFor()
    expect((await copyOf(city.editor, draft)).body.basedOn ?? null).toBeNull()
    await closeWindow(page)
  }, 240_000)
})

describe('reviews of what was based on a text that changed', () => {
  const tasksOf = async (entry: Entry) =>
    (await city.editor.get<TaskPage>(`/api/tasks?entry=${entry.number}&kind=review`)).body.tasks

  /** Opens each from the list, chooses both there, and takes the step of both together. */
  async function endTogether(page: Page, ids: readonly string[], step: string) {
    for (const id of ids) {
      await page.goto(`/admin/tasks/${id}`)
      await page.waitForSelector('h2:has-text("所依据事项的变化")')
      expect(await page.textContent('.zk-differences')).toContain('网上就能办')
    }
    await openLive(page, '/admin/tasks?kind=review', 'input[name=task]')
    for (const id of ids) await page.check(`input[name=task][value="${id}"]`)
    await page.locator('.zk-bulk[data-chosen="2"]').waitFor()
    await page.click(`.zk-bulk button:has-text("${step}")`)
    await page.locator('.zk-dialog [role=status]', { hasText: '2' }).waitFor()
    expect(await violationsOf(page, '.zk-dialog')).toEqual([])
    await page.keyboard.press('Escape')
  }

  test('are ended together by editor and approver, each opened first; what was not opened is named', async () => {
    const original = await publish(people, civil, open)
    const based = [
      await publish(city, city.bureau, { ...open, basedOn: original.number }),
      await publish(city, city.bureau, { ...open, basedOn: original.number }),
    ]
    await settled()
    const draft = await take(people.editor, original, 'revise')
    const revised = await saved(people.editor, draft, { summary: '网上就能办，不用跑窗口。' })
    await approve(people.approver, await submit(people.editor, revised))
    await settled()
    const ids = (await Promise.all(based.map(tasksOf))).flat().map(({ id }) => id)
    expect(ids).toHaveLength(2)

    const page = await openEntry(city.editor.username)
    await openLive(page, '/admin/tasks?kind=review', 'input[name=task]')
    await page.check(`input[name=task][value="${ids[0]}"]`)
    await page.click('.zk-bulk button:has-text("复核无误")')
    await page.locator('.zk-dialog', { hasText: '请先打开' }).waitFor()
    await page.keyboard.press('Escape')
    await endTogether(page, ids, '复核无误')
    await page.goto(`/admin/tasks/${ids[0]}`)
    expect(await violationsOf(page)).toEqual([])
    await page.setViewportSize(phone)
    expect(await isTooWide(page)).toBe(false)
    await closeWindow(page)

    const approving = await openEntry(city.approver.username)
    await endTogether(approving, ids, '复核通过')
    await closeWindow(approving)
    for (const entry of based)
      expect(await tasksOf(entry)).toMatchObject([{ state: 'closed', outcome: 'reviewed' }])
  }, 300_000)
})
