import { readFileSync } from 'node:fs'
import { expect } from '@jest/globals'
import type { AxeResults, Result } from 'axe-core'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { password } from '../server/launch.mjs'
import { baseUrl } from '../server/people'
import { shapeOf } from './shape'

export const wide = { width: 1440, height: 900 }
export const phone = { width: 390, height: 844 }
export const laptop = { width: 1366, height: 768 }

/** Of the one browser of the run; see environment.mjs. */
declare const browserWindows: {
  open: (options: BrowserContextOptions) => Promise<Page>
  close: (page: Page) => Promise<void>
  isAsking: (page: Page) => boolean
  /** Pieces of pages, and of parts of them, that stood where axe found nothing wrong in this run. */
  fine: Set<string>
}

/** A window of its own, without a session unless somebody signs in. Those left open end with the file. */
export async function openPage({
  as,
  ...options
}: BrowserContextOptions & { as?: string } = {}): Promise<Page> {
  const page = await browserWindows.open({ viewport: wide, baseURL: baseUrl, ...options })
  if (as) {
    await page.context().request.post('/api/users/login', { data: { username: as, password } })
  }
  return page
}

/** Ends a window and the session in it, with any other that it opened. */
export const closeWindow = (page: Page): Promise<void> => browserWindows.close(page)

/** Opens a page and waits until an element answers to what is typed and clicked: React's, or in an island Preact's. */
export async function openLive(page: Page, path: string, element: string): Promise<void> {
  await page.goto(path)
  await page.waitForFunction((selector) => {
    const found = document.querySelector(selector)
    if (found === null) return false
    const island = found.closest('[data-island]')
    if (island && '__k' in island) return true
    return Object.keys(found).some((key) => key.startsWith('__reactProps'))
  }, element)
}

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
type WithAxe = { axe: { run: (context: object, options: object) => Promise<AxeResults> } }

/**
 * What axe finds wrong with parts of a page as it stands, and with the frames in them. It is brought into each once:
 * bringing it anew for each look, as @axe-core/playwright does, took as long as the looking.
 */
export async function judged(page: Page, ...parts: string[]): Promise<Result[]> {
  for (const frame of page.frames())
    if (!(await frame.evaluate(() => 'axe' in globalThis))) await frame.evaluate(axe)
  const { violations } = await page.evaluate(
    (include) =>
      (globalThis as unknown as WithAxe).axe.run({ include }, { resultTypes: ['violations'] }),
    parts,
  )
  return violations
}

/** What one of axe's rules that are not asked usually finds wrong with a whole page, in words that name the place. */
export async function faultsBy(page: Page, rule: string): Promise<string[]> {
  await standsStill(page)
  await page.evaluate(standStill)
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe)
  const { violations } = await page.evaluate(
    (values) =>
      (globalThis as unknown as WithAxe).axe.run(
        { include: ['html'] },
        { runOnly: { type: 'rule', values: [values] } },
      ),
    rule,
  )
  return told(violations)
}

/** Each fault with the places that have it. */
export const told = (violations: Result[]): string[] =>
  violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`)

/**
 * What axe finds wrong with a page or a part of it, once it stands still, in words that name the place. What is made of
 * pieces of pages that were fine is not judged again: most of a walk is the same pages with other words.
 */
export async function violationsOf(page: Page, part = 'html'): Promise<string[]> {
  await standsStill(page)
  await page.evaluate(standStill)
  const pieces = (await page.evaluate(shapeOf)).map((piece) => `${part} ${piece}`)
  if (pieces.every((piece) => browserWindows.fine.has(piece))) return []
  const violations = await judged(page, part)
  if (violations.length === 0) for (const piece of pieces) browserWindows.fine.add(piece)
  return told(violations)
}

/** The side menu fades in when it likes; half faded its words are pale. Runs in the page, and is done once in each. */
function standStill(): void {
  if (document.adoptedStyleSheets.length > 0) return
  const still = new CSSStyleSheet()
  still.replaceSync('* { transition: none !important; animation: none !important }')
  document.adoptedStyleSheets.push(still)
}

/**
 * Until a page has nothing left to do and waits for no answer, twice in a row; Playwright's `networkidle` waits half a
 * second each time. Throws where it never does.
 */
export async function standsStill(page: Page): Promise<void> {
  await page.waitForLoadState()
  const until = Date.now() + 30_000
  for (let still = 0; still < 2;) {
    if (Date.now() > until) throw new Error(`${page.url()} never stands still.`)
    await page.evaluate(async () => {
      await new Promise((painted) => requestAnimationFrame(painted))
      await new Promise((idle) => requestIdleCallback(idle))
    })
    still = browserWindows.isAsking(page) ? 0 : still + 1
  }
}

/**
 * Does the page stand out sideways at this size? Payload's side menu takes a moment to follow a change of the size, and
 * before it is alive it does not: then the page is opened anew, as whoever has such a screen opens it.
 */
export async function isTooWide(page: Page): Promise<boolean> {
  const fits = () =>
    page
      .waitForFunction(() => document.documentElement.scrollWidth <= window.innerWidth, null, {
        timeout: 2_000,
      })
      .then(
        () => true,
        () => false,
      )
  if (await fits()) return false
  await page.reload()
  await standsStill(page)
  return !(await fits())
}

/** Axe finds nothing on the whole page, and nothing stands out sideways, on a laptop and on a phone. */
export async function mustBeFine(page: Page): Promise<void> {
  for (const size of [phone, laptop]) {
    await page.setViewportSize(size)
    const where = `${new URL(page.url()).pathname} ${size.width}`
    expect({ where, found: await violationsOf(page) }).toEqual({ where, found: [] })
    expect({ where, isTooWide: await isTooWide(page) }).toEqual({ where, isTooWide: false })
  }
}
