import { expect } from '@jest/globals'
import type { Page } from 'playwright-core'
import type { Entry } from '../int/entries'
import { anyone } from '../server/people'
import { openPage, violationsOf } from './browser'

/** A window of the admin in Chinese, on an entry where one is given. */
export async function openEntry(username: string, entry?: Entry): Promise<Page> {
  const page = await openPage({ as: username, locale: 'zh-CN' })
  // The admin's pages may take their time on a slow machine.
  page.setDefaultTimeout(60_000)
  if (entry) await page.goto(`/admin/collections/${entry.library}/${entry.id}`)
  return page
}

export const said = (page: Page, words: string) =>
  page.waitForSelector(`[data-sonner-toast]:has-text("${words}")`)

/** 保存 of a new entry led to the list, where it stands on top; from there into it again. */
export async function openNewest(page: Page, title: string): Promise<void> {
  await page.waitForURL(/\/admin\/collections\/[a-z]+\?/)
  await page.click(`.zk-list tbody tr:first-child:has-text("${title}") a`)
  await page.waitForURL(/\/[0-9a-f-]{36}$/)
}

/** Picks from a list that is searched by typing. */
export async function choose(page: Page, field: string, option: string): Promise<void> {
  await page.click(`${field} input`)
  await page.keyboard.type(option)
  await page.click(`.rs__option:has-text("${option}")`)
}

/** The last button of the dialog that is open. */
export const confirm = (page: Page) => page.click('.zk-dialog button[type=submit]')

export async function expectAccessible(page: Page): Promise<void> {
  expect(await violationsOf(page, '.zk-dialog')).toEqual([])
}

/** What a citizen is answered who asks for the entry by its number. */
export const readsAt = async ({ number }: Entry): Promise<number> =>
  (await anyone().get(`/api/public/entries/${number}`)).status
