import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { found, foundCity, hire, type Unit } from '../int/city'
import { saved, write } from '../int/entries'
import { openEntry } from './admin'
import { closeWindow, isTooWide, openPage, phone, standsStill, violationsOf, wide } from './browser'

/** As most offices have it. */
const office = { width: 1366, height: 768 }

let unit: Unit

beforeAll(async () => {
  unit = await found('department', '市档案局')
})

/** The pages of the side menu of whoever is signed in; reading and the settings are pages of their own kind. */
const menuOf = (page: Page) =>
  page
    .locator('.zk-nav a')
    .evaluateAll((links) =>
      (links as HTMLAnchorElement[])
        .map((link) => ({ name: link.innerText.trim(), href: link.getAttribute('href') ?? '' }))
        .filter(({ href }) => href.startsWith('/admin/') && !href.includes('/globals/')),
    )

/** What is wrong with the page as it stands: its names, its width, and whatever axe finds on all of it. */
async function faultsOf(page: Page, name: string): Promise<string[]> {
  const isWider = await isTooWide(page)
  const told = await page.evaluate(() => ({
    tab: document.title.replace(/\s+/g, ' '),
    headings: [...document.querySelectorAll('h1')].map((heading) => heading.textContent),
    mains: document.querySelectorAll('main').length,
  }))
  const faults = [
    ...(told.tab === `${name} · 知库` ? [] : [`the tab says ${told.tab}`]),
    ...(told.headings.join() === name ? [] : [`the heading says ${told.headings}`]),
    ...(told.mains === 1 ? [] : [`${told.mains} main parts`]),
    ...(isWider ? ['it scrolls sideways'] : []),
    ...(await violationsOf(page)),
  ]
  return faults.map((fault) => `${name}, ${page.viewportSize()?.width}: ${fault}`)
}

/** Looks at the page as it stands, wide and on a phone; first as it was opened, and leaves it at the other size. */
async function atBoth(page: Page, look: () => Promise<string[]>): Promise<string[]> {
  const faults = await look()
  await page.setViewportSize(page.viewportSize()?.width === phone.width ? wide : phone)
  return [...faults, ...(await look())]
}

async function faultsAtBoth(page: Page, name: string): Promise<string[]> {
  const faults = await atBoth(page, () => faultsOf(page, name))
  await page.setViewportSize(wide)
  return faults
}

async function walk(username: string): Promise<string[]> {
  const page = await openEntry(username)
  const faults: string[] = []
  await page.goto('/admin')
  await page.waitForSelector('.zk-nav a')
  const pages = await menuOf(page)
  faults.push(...(await atBoth(page, () => violationsOf(page))))
  for (const { name, href } of [...pages, { name: '消息', href: '/admin/messages' }]) {
    await page.goto(href)
    faults.push(...(await atBoth(page, () => faultsOf(page, name))))
  }
  await closeWindow(page)
  return faults
}

describe('every page of the menu is called by the menu’s word, fits a phone and is accessible', () => {
  // Two people of a city full of texts, and all who keep it.
  test.each(['editor', 'qx-approver', 'centre', 'operator', 'auditor'])(
    'of %s',
    async (username) => {
      expect(await walk(username)).toEqual([])
    },
    480_000,
  )

  test.each(['editor', 'approver'] as const)(
    'of an %s whose unit has nothing yet',
    async (role) => {
      const { username } = await hire(unit, role)
      expect(await walk(username)).toEqual([])
    },
    480_000,
  )
})

describe('the auditor', () => {
  test('narrows the log in its address, opens a line in words, and takes what is found as a file', async () => {
    const { username } = await hire(unit, 'staff')
    const page = await openEntry('auditor')
    await page.goto('/admin/collections/audit')
    await page.getByLabel('事项', { exact: true }).selectOption({ label: '账号：全部' })
    await page.getByLabel('对象、标题或编号').fill(username)
    await page.getByRole('button', { name: '筛选' }).click()
    await page.waitForURL(/action=accounts/)
    await page.waitForSelector('.zk-page:has-text("共 2 条")')
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '导出表格' }).click(),
    ])
    expect(file.suggestedFilename()).toMatch(/^审计记录 [\d-]{10}\.csv$/)
    await page.getByRole('link', { name: '新增账号' }).click()
    await page.waitForSelector('.zk-record:has-text("凭证")')
    expect(await page.textContent('.zk-record')).toContain('1 条记录')
    expect(await faultsAtBoth(page, '审计记录')).toEqual([])
    await page.goto('/admin/collections/audit?person=没有这个人')
    await page.waitForSelector('.zk-empty:has-text("没有符合筛选条件的记录")')
    await closeWindow(page)
  }, 240_000)
})

describe('the versions of an entry', () => {
  test('say who saved when and what was changed, word by word', async () => {
    const city = await foundCity()
    const entry = await write(city.editor, city.bureau, { summary: '带身份证办理。' })
    await saved(city.editor, entry, { summary: '带户口簿办理。' })
    const page = await openEntry(city.editor.username, entry)
    await page.getByRole('link', { name: '历史版本' }).last().click()
    await page.waitForSelector('.zk-page:has-text("共 2 个版本")')
    expect(await page.locator('td[data-label=保存人]').allTextContents()).toEqual(['某人', '某人'])
    expect(await faultsAtBoth(page, '历史版本')).toEqual([])
    await page.getByRole('link', { name: '第 2 版' }).click()
    await page.waitForSelector('.zk-differences ins')
    expect(await page.textContent('.zk-differences del')).toContain('身份证')
    expect(await page.textContent('.zk-differences ins')).toContain('户口簿')
    expect(await faultsAtBoth(page, '历史版本')).toEqual([])
    await page.getByRole('link', { name: '与线上内容对照' }).click()
    await page.waitForSelector('.zk-differences:has-text("没有上线")')
    await closeWindow(page)
  }, 240_000)
})

describe('an empty list', () => {
  test('says what belongs there and what to do next, by the filter one looks through', async () => {
    const { username } = await hire(unit, 'editor')
    const page = await openEntry(username)
    const said = async (query: string) => {
      await page.goto(`/admin/collections/plans${query}`)
      return (await page.textContent('.zk-empty'))?.trim() ?? ''
    }
    expect(await said('')).toContain('点“新增”写第一条')
    expect(await said('?state=pending')).toContain('等待分管领导决定')
    expect(await said('?flag=deletion')).toContain('提交删除')
    expect(await said('?flag=trash')).toContain('30 天')
    expect(await said('?search=没有这样的题目')).toContain('清除筛选')
    await page.click('.zk-empty a:has-text("清除筛选")')
    await page.waitForSelector('.zk-empty:has-text("点“新增”写第一条")')
    await closeWindow(page)
  }, 240_000)
})

describe('the side menu', () => {
  /** Each place the page's main part stood at from the first paint on. */
  const placesOf = (page: Page) =>
    page.evaluate(() => (globalThis as unknown as { places: number[] }).places)

  async function openWatched(username: string): Promise<Page> {
    const page = await openPage({ as: username, locale: 'zh-CN', viewport: office })
    await page.addInitScript(() => {
      const places: number[] = []
      Object.assign(globalThis, { places })
      const look = () => {
        const left = document.querySelector('main')?.getBoundingClientRect().left
        if (left !== undefined && left !== places.at(-1)) places.push(left)
        requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    })
    return page
  }

  test('leaves the page where it stands while it comes alive', async () => {
    const { username } = await hire(unit, 'editor')
    const page = await openWatched(username)
    await page.goto('/admin')
    await standsStill(page)
    const [besideMenu, ...others] = await placesOf(page)
    expect(besideMenu).toBeGreaterThan(200)
    expect(others).toEqual([])
    await closeWindow(page)
  })
})

describe('by the keyboard', () => {
  test('the first stop of a page leads past the side menu into what it shows', async () => {
    const page = await openEntry('editor')
    await page.goto('/admin/collections/knowledge')
    await page.waitForSelector('.zk-list')
    await page.keyboard.press('Tab')
    await page.waitForFunction(() => document.activeElement?.textContent === '跳到正文')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.activeElement?.matches('main'))
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
    await closeWindow(page)
  }, 120_000)
})
