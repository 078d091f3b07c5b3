import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { isDistrict } from '@/access/districts'
import type { TreeUnit } from '@/reading/readTree'
import { initialsOf } from '@/components/desk/byInitials'
import { as } from '../server/people'
import { answered, clipboardOf, entriesOf, openDesk } from './atDesk'
import { closeWindow } from './browser'

type Known = Awaited<ReturnType<typeof entriesOf>>[number]
let answers: Known[]
let district: TreeUnit
let department: TreeUnit
const nobodyAsked = 'zqx vvk fjq'

beforeAll(async () => {
  const all = (await entriesOf('knowledge')).filter(({ summary }) => summary !== '')
  answers = all.filter(({ category }) => category?.key !== 'details').slice(0, 4)
  const { body } = await (await as('agent')).get<{ units: TreeUnit[] }>('/api/tree')
  const counties = body.units.filter((unit) => isDistrict(unit))
  const last = body.units.filter(({ kind }) => kind === 'department').at(-1)
  if (answers.length < 4 || !counties[1] || !last)
    throw new Error('The demo city is not what it was.')
  ;[district, department] = [counties[1], last]
})

/** What has the focus is on the screen, and in no field that another covers. */
async function isSeen(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const at = document.activeElement
    if (!at || at === document.body) return false
    const { top, left, width, height } = at.getBoundingClientRect()
    const x = Math.min(left + width / 2, innerWidth - 1)
    const y = Math.max(Math.min(top + height / 2, innerHeight - 1), top + 1)
    const found = document.elementFromPoint(x, y)
    return found !== null && (at.contains(found) || found.contains(at))
  })
}

/** A key, after which one sees where one is. */
async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key)
    await isSeen(page)
  }
}

/** A key that says what it did. */
async function act(page: Page, key: string, said: RegExp): Promise<void> {
  await page.keyboard.press(key)
  await page.locator('.toast[data-shown]').filter({ hasText: said }).waitFor()
  await isSeen(page)
}

async function takeCall(page: Page): Promise<void> {
  const before = await page.locator('.desk-calls li').count()
  await page.keyboard.press('F2')
  await page.locator('.desk-calls li').nth(before).waitFor()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('desk-box')
}

/** As an input method hands over what was written. */
async function write(page: Page, words: string): Promise<void> {
  await page.keyboard.insertText(words)
  await answered(page)
  expect(await page.inputValue('#desk-box')).toBe(words)
}

/** Enter opens the first hit, and one is in the list with it. */
async function openFirst(page: Page, { number }: Known): Promise<void> {
  await press(page, 'Enter')
  await page.waitForSelector(`.desk-actions a[href="/e/${number}"]`)
}

/** Ends the call with its note, which is left on the clipboard; the desk is empty for the next. */
async function endCall(page: Page, note: RegExp): Promise<void> {
  await page.keyboard.press('F9')
  await page.waitForSelector('.desk-ending')
  await isSeen(page)
  await page.keyboard.press('Enter')
  await page.waitForSelector('.desk-ending', { state: 'detached' })
  expect(await clipboardOf(page)).toMatch(note)
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('desk-box')
}

/** Tabs until the field of this name, or the button of these words, has the focus. */
async function tabTo(page: Page, where: string): Promise<void> {
  const isThere = () =>
    page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, where)
  for (let stop = 0; stop < 40 && !(await isThere()); stop += 1) await press(page, 'Tab')
  expect(await isThere()).toBe(true)
}

describe('by keyboard alone', () => {
  test('an agent answers five calls: from a district, three-way, with a gap, with a correction, and two at once', async () => {
    const page = await openDesk('/desk', { viewport: { width: 1366, height: 768 } })
    await page.evaluate(() => {
      Object.assign(window, { pressed: 0 })
      addEventListener('pointerdown', () => Object.assign(window, { pressed: 1 }), true)
    })
    const [first, second, third, fourth] = answers as [Known, Known, Known, Known]

    // 1. Where the caller is, the answer, 用上了.
    await takeCall(page)
    await press(page, 'F8')
    await press(page, 'ArrowDown', ...initialsOf(district.name))
    const chosen = page.locator('#desk-district option:checked')
    expect(await chosen.textContent()).toBe(district.name)
    await act(page, 'Enter', new RegExp(district.name))
    await write(page, first.title)
    await openFirst(page, first)
    await press(page, 'PageDown', 'PageUp')
    await act(page, 'u', /已记录/)
    await press(page, 'Escape')
    await endCall(page, new RegExp(`经查询知识库等，结果为：.*（编号：${first.number}`, 's'))

    // 2. A three-way call.
    await takeCall(page)
    await write(page, second.title)
    await openFirst(page, second)
    await act(page, 't', /三方通话/)
    await endCall(page, /经三方通话（/)

    // 3. Nothing is found: it is told of, and passed on.
    await takeCall(page)
    await write(page, nobodyAsked)
    await page.waitForSelector('.desk-none')
    await press(page, 'ArrowDown', 'g')
    await tabTo(page, 'textarea[name=words]')
    await page.keyboard.insertText('来电人问第五个来电怎么办')
    await press(page, 'Control+Enter')
    await page.waitForSelector('.toast[data-shown]:has-text("可以撤销")')
    await page.keyboard.press('/')
    await press(page, 'ArrowDown')
    await page.keyboard.press('z')
    await page.waitForFunction(() => document.activeElement?.id === 'desk-transfer')
    await press(page, ...initialsOf(department.name))
    await act(page, 'Enter', /已复制：知识库无此内容，转/)
    await endCall(page, new RegExp(`知识库无此内容，转（${department.name}）`))

    // 4. What is told is wrong: that is told of too.
    await takeCall(page)
    await write(page, third.title)
    await openFirst(page, third)
    await press(page, 'e')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('sentence')
    await page.keyboard.insertText('办理时间已经改了')
    await press(page, 'Control+Enter')
    await page.waitForSelector('.toast[data-shown]:has-text("可以撤销")')
    await act(page, 'c', /已复制话务记录/)
    await endCall(page, new RegExp(third.number))

    // 5. Another caller comes in amid the call.
    await takeCall(page)
    await write(page, fourth.title)
    await takeCall(page)
    await write(page, first.title)
    await openFirst(page, first)
    await act(page, 'c', /已复制话务记录/)
    await endCall(page, new RegExp(first.number))
    expect(await page.inputValue('#desk-box')).toBe(fourth.title)
    await answered(page)
    await openFirst(page, fourth)
    await act(page, 'a', /已复制答复/)
    await endCall(page, new RegExp(fourth.number))

    expect(await page.locator('.desk-calls').count()).toBe(0)
    expect(await page.evaluate(() => (window as unknown as { pressed: number }).pressed)).toBe(0)
    // Both reports went out once they could no longer be taken back.
    await page.goto('/desk/tasks')
    const told = (words: string) => page.locator('main').getByText(words).count()
    const areBoth = async () => (await told(nobodyAsked)) > 0 && (await told(third.title)) > 0
    for (let look = 0; look < 30 && !(await areBoth()); look += 1) await page.reload()
    expect(await areBoth()).toBe(true)
    await closeWindow(page)
  }, 180_000)
})
