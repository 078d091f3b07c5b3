import type { BrowserContextOptions, Page } from 'playwright-core'
import type { EntryPage } from '@/reading/listEntries'
import { as } from '../server/people'
import { openLive, openPage } from './browser'

type Known = EntryPage['entries'][number]

/** An agent's desk whose clipboard still holds what the caller before was told. */
export async function openDesk(
  path = '/desk',
  more: BrowserContextOptions & { as?: string } = {},
): Promise<Page> {
  const permissions = ['clipboard-read', 'clipboard-write']
  const page = await openPage({ as: 'agent', permissions, ...more })
  await openLive(page, path, '#desk-box')
  await page.evaluate((words) => navigator.clipboard.writeText(words), before)
  return page
}

export const before = '上一个来电'

export const clipboardOf = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

/** Writes over what stands in the box, as one does for the next caller. */
export async function ask(page: Page, words: string): Promise<void> {
  await page.focus('#desk-box')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText(words)
}

/** Until the hits answer what stands in the box; on a phone an open entry covers them. */
export const answered = (page: Page) =>
  page.waitForSelector('.desk-found[aria-busy=false]', { state: 'attached' })

/** Asks, and opens the entry of this number among the hits. */
export async function askAndOpen(page: Page, words: string, number: string): Promise<void> {
  await ask(page, words)
  await page.click(`ol:not([inert]) > li > [data-hit][href="/e/${number}"]`)
  await page.waitForSelector(`.desk-actions a[href="/e/${number}"]`)
}

/** Presses a key outside the box and every other field; what the desk says of it. */
export async function press(page: Page, key: string): Promise<string> {
  await page.locator('.desk-entry').evaluate((pane: HTMLElement) => pane.focus())
  await page.waitForSelector('.toast:not([data-shown])', { state: 'attached' })
  await page.keyboard.press(key)
  await page.waitForSelector('.toast[data-shown]')
  return (await page.textContent('.toast')) ?? ''
}

/** Keeps every answer to this address waiting; they are let go by what is returned. */
export async function hold(page: Page, about: (url: URL) => boolean): Promise<() => void> {
  let release = () => {}
  const gate = new Promise<void>((open) => (release = open))
  await page.route(about, async (route) => {
    await gate
    // Overtaken meanwhile: nobody waits for it any longer.
    await route.continue().catch(() => undefined)
  })
  return release
}

export const asksFor = (words: string) => (url: URL) =>
  url.pathname === '/api/search' && url.searchParams.get('q') === words

export const readsEntry = (number: string) => (url: URL) =>
  url.pathname === `/api/entries/${number}`

/** Entries of a library that agents may read, the last approved first. */
export async function entriesOf(library: string, at?: string): Promise<Known[]> {
  const agent = await as('agent', at)
  const { body } = await agent.get<EntryPage>(`/api/entries?library=${library}`)
  return body.entries
}
