import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { composeBody, item, paper } from '@/blocks/asWritten'
import { foundCity, hire } from '../int/city'
import { approve, publish, saved, submit, take, type Entry } from '../int/entries'
import { whenFound } from '../int/searching'
import { written } from '../int/tellAt'
import { as } from '../server/people'
import { ask, clipboardOf, openDesk, press } from './atDesk'
import { closeWindow, openLive, phone, violationsOf } from './browser'

let city: Awaited<ReturnType<typeof foundCity>>
let entry: Entry

const bodyWith = (place: string[]) =>
  composeBody(
    item({
      conditions: '本市户籍',
      materials: [paper('身份证', 1, 0), paper('申请表', 0, 2, '窗口领取')],
      procedure: '到窗口提交',
      timeLimit: '当场办结',
      fee: '不收费，补助标准每月12345元',
      place,
      hours: '工作日 9:00–17:00',
      phone: '0640-86101616',
      basis: '皖政〔2019〕11号',
    }),
  )

beforeAll(async () => {
  city = await foundCity()
  const body = bodyWith(['市政务服务中心二楼', `${city.county.name}政务大厅5号窗口`])
  const summary = '带身份证到窗口办理，或拨打12345咨询，补助12345元。'
  entry = await publish(city, city.bureau, { openToUnits: true, body, summary })
  await whenFound(await as('agent'), entry)
}, 120_000)

async function openAt(more: Parameters<typeof openDesk>[1] = {}, query = ''): Promise<Page> {
  const page = await openDesk(`/desk?entry=${entry.number}${query}`, more)
  await page.waitForSelector('.desk-answer')
  return page
}

const focusPane = (page: Page) =>
  page.locator('.desk-entry').evaluate((pane: HTMLElement) => pane.focus())

describe('the answer an agent reads to a caller', () => {
  test('is copied by its blocks, and dials every number that is a telephone', async () => {
    const page = await openAt()
    await page.click('[data-part=place] .answer-part__head button')
    await page.waitForSelector('.toast[data-shown]:has-text("已复制“办理地点”")')
    expect(await clipboardOf(page)).toMatch(/^办理地点：\n市政务服务中心二楼\n/)
    const dialled = await page.locator('.answer-parts a').evaluateAll((links) => {
      return links.map((link) => link.getAttribute('href'))
    })
    expect(dialled).toEqual(['tel:064086101616'])
    expect(await page.locator('.desk-answer a').getAttribute('href')).toBe('tel:12345')
    expect(await page.textContent('.facts')).toContain('近期已核实')
    expect(await violationsOf(page)).toEqual([])
    await page.setViewportSize(phone)
    expect(await violationsOf(page)).toEqual([])
    await closeWindow(page)
  }, 120_000)

  test('has its materials ticked by keyboard while one talks, and says what is missing', async () => {
    const page = await openAt()
    const materials = page.locator('.materials li')
    expect(await materials.allTextContents()).toEqual([
      '身份证原件1份',
      '申请表复印件2份 · 说明：窗口领取',
    ])
    await materials.first().locator('input').focus()
    await page.keyboard.press('Space')
    // A tick is nothing one types in: single keys go on working.
    await page.keyboard.press('a')
    await page.waitForSelector('.toast[data-shown]:has-text("已复制答复全文")')
    await page.click('.materials-end button')
    await page.waitForSelector('.toast[data-shown]:has-text("还缺的 1 份")')
    expect(await clipboardOf(page)).toBe('还缺：申请表（复印件2份，说明：窗口领取）')
    // They go with the entry.
    await page.keyboard.press('Escape')
    await page.reload()
    expect(await page.locator('.materials :checked').count()).toBe(0)
    await closeWindow(page)
  }, 120_000)

  test('names the places of the district that was chosen first', async () => {
    const page = await openAt({}, `&unit=${city.county.id}`)
    const places = page.locator('[data-part=place] p')
    expect(await places.first().textContent()).toContain(city.county.name)
    await closeWindow(page)
  }, 120_000)

  test('says what changed since they read it last, until they have seen it', async () => {
    const renewed = await publish(city, city.bureau, {
      openToUnits: true,
      body: bodyWith(['一楼']),
    })
    const page = await openDesk(`/desk?entry=${renewed.number}`)
    await page.waitForSelector('.desk-answer')
    expect(await page.locator('.desk-changed').count()).toBe(0)
    await written()
    const revised = await saved(city.editor, await take(city.editor, renewed, 'revise'), {
      body: bodyWith(['三楼']),
    })
    await approve(city.approver, await submit(city.editor, revised))
    await page.reload()
    await page.waitForSelector('.desk-changed')
    expect(await page.textContent('.desk-changed del')).toContain('一')
    expect(await page.textContent('.desk-changed ins')).toContain('三')
    expect(await violationsOf(page, '.desk-entry')).toEqual([])
    await page.click('.desk-changed button')
    expect(await page.locator('.desk-changed').count()).toBe(0)
    await closeWindow(page)
  }, 240_000)

  test('is printed alone, with number, unit, day of approval, and who printed it when', async () => {
    const page = await openAt()
    await page.emulateMedia({ media: 'print' })
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    const seen = await page.evaluate(() => document.body.innerText)
    expect(seen).not.toContain('退出登录')
    expect(seen).not.toContain('复制记录')
    expect(seen).toContain(entry.title)
    for (const part of [entry.number, '审批', '打印时间 20', '打印人'])
      expect(await page.locator('.print-marks').innerText()).toContain(part)
    await closeWindow(page)
  }, 120_000)
})

describe('联络方式', () => {
  test('of the unit of an entry is beside it by one key, and goes by the same', async () => {
    const page = await openAt()
    await focusPane(page)
    await page.keyboard.press('l')
    await page.waitForSelector('.unit-contact:has-text("没有公布")')
    expect(await violationsOf(page, '.desk-entry')).toEqual([])
    await page.keyboard.press('l')
    await page.locator('.unit-contact').waitFor({ state: 'detached' })
    await closeWindow(page)
  }, 120_000)

  test('of the unit that should know is there where nothing was found, for staff too', async () => {
    const page = await openDesk('/desk', { as: 'staff' })
    await ask(page, 'qzx wvk jjq')
    await page.waitForSelector('.desk-none')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('l')
    await page.waitForFunction(() => document.activeElement?.id === 'desk-transfer')
    const unit = page.locator('#desk-transfer option', { hasText: '云澜市' }).first()
    await page.selectOption('#desk-transfer', (await unit.getAttribute('value')) ?? '')
    await page.click('.desk-none .desk-contact')
    await page.waitForSelector('.desk-none .unit-contact :is(dl, [role=status])')
    expect(await page.locator('.desk-transfer button:not(.desk-contact)').count()).toBe(0)
    expect(await violationsOf(page)).toEqual([])
    await closeWindow(page)
  }, 120_000)
})

describe('what was done by one key', () => {
  test('用上了 is taken back by x for ten seconds, and can be told again', async () => {
    const page = await openAt()
    expect(await press(page, 'u')).toContain('已记录')
    expect(await violationsOf(page, '.toast')).toEqual([])
    const sent = page.waitForResponse((response) => response.url().endsWith('/notUsed'))
    await page.keyboard.press('x')
    expect((await sent).status()).toBe(200)
    await page.waitForSelector('.toast[data-shown]:has-text("已撤销")')
    expect(await page.locator('.toast-undo').count()).toBe(0)
    const again = page.waitForResponse((response) => response.url().endsWith('/used'))
    await page.keyboard.press('u')
    expect((await again).status()).toBe(200)
    await page.waitForSelector('.toast-undo')
    await closeWindow(page)
  }, 120_000)

  const markPassage = (page: Page) =>
    page.locator('[data-part=fee] p').evaluate((paragraph) => {
      document.getSelection()?.selectAllChildren(paragraph)
    })

  test('有误 comes with the words that are marked, and nothing is sent where it is taken back', async () => {
    const page = await openDesk('/desk', { as: 'staff' })
    await page.clock.install()
    await openLive(page, `/desk?entry=${entry.number}`, '#desk-box')
    await page.waitForSelector('.desk-answer')
    let told = 0
    page.on('request', (request) => (told += request.url().endsWith('/api/tasks') ? 1 : 0))
    await markPassage(page)
    await page.click('.desk-wrong')
    expect(await page.inputValue('.desk-report [name=passage]')).toMatch(/^不收费/)
    await page.fill('.desk-report [name=sentence]', '现在收费了。')
    await page.click('.desk-report [type=submit]')
    await page.waitForSelector('.toast[data-shown]:has-text("10 秒内可以撤销")')
    await page.click('.toast-undo')
    await page.waitForSelector('.toast[data-shown]:has-text("已撤销，没有上报")')
    await page.clock.fastForward(11_000)
    expect(told).toBe(0)

    await markPassage(page)
    await focusPane(page)
    await page.keyboard.press('e')
    await page.fill('.desk-report [name=sentence]', '现在收费了。')
    await page.click('.desk-report [type=submit]')
    await page.waitForSelector('.toast-undo')
    await page.clock.fastForward(11_000)
    await page.waitForSelector('.toast[data-shown]:has-text("已上报（RW")')
    expect(await page.locator('.toast-undo').count()).toBe(0)
    await closeWindow(page)
  }, 120_000)

  test('what is refused is offered again as it was written', async () => {
    const page = await openDesk()
    await page.clock.install()
    await openLive(page, `/desk?entry=${entry.number}`, '#desk-box')
    await page.waitForSelector('.desk-answer')
    await page.route('**/api/tasks', (route) => route.abort())
    await focusPane(page)
    await page.keyboard.press('e')
    await page.fill('.desk-report [name=sentence]', '窗口搬走了。')
    await page.click('.desk-report [type=submit]')
    await page.waitForSelector('.toast-undo')
    await page.clock.fastForward(11_000)
    // It does not cover what one does by now.
    await page.click('.desk-banner[role=alert]:has-text("1 条上报没有成功") button')
    await page.waitForSelector('.desk-report [role=alert]')
    expect(await page.inputValue('.desk-report [name=sentence]')).toBe('窗口搬走了。')
    await closeWindow(page)
  }, 120_000)

  test('没有找到 is sent at once where the page is left', async () => {
    const person = await hire(city.elsewhere, 'staff')
    const page = await openDesk('/desk', { as: person.username })
    const query = `${entry.title.slice(4, 12)}哪里能领`
    await ask(page, query)
    await page.waitForSelector('.desk-missing')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('g')
    await page.click('.desk-report [type=submit]')
    await page.waitForSelector('.toast-undo')
    await page.goto('/desk/tasks')
    await page.reload()
    await page.waitForSelector(`.own-tasks li:has-text("${query}")`)
    await closeWindow(page)
  }, 120_000)
})
