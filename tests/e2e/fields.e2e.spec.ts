import { beforeAll, describe, expect, test } from '@jest/globals'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { closeWindow, openLive, openPage, phone } from './browser'
import { contrastOf, type Contrast } from './contrast'
import { demoEntry } from './demoEntries'

let open: Awaited<ReturnType<typeof demoEntry>>

beforeAll(async () => {
  open = await demoEntry({ isOpen: true })
})
const fields = 'input:not([type=hidden], [type=checkbox]), select, textarea'

/** Every page of portal and desk that has a field, with something React made, to know that it is alive. */
const pages: [string, () => string, string, string?][] = [
  ['the first page', () => '/', '#q'],
  ['results', () => `/search?q=${encodeURIComponent(open.title)}`, '#q'],
  ['no result', () => '/search?q=qzxjkwv', '#q'],
  ['a unit', () => `/units/${open.unit.id}`, '#q'],
  ['the directory', () => '/contacts', '#q'],
  ['a missing page', () => '/e/ZS999999', '#q'],
  ['the sign-in', () => '/login', 'form.account'],
  ['the change of a password', () => '/password', 'form.account'],
  ['the desk', () => '/desk', '#desk-box', 'agent'],
  ['an entry at the desk', () => `/desk?entry=${open.number}`, '.desk-title', 'agent'],
]

const looks: [string, BrowserContextOptions][] = [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['high contrast', { forcedColors: 'active', colorScheme: 'dark' }],
]

/** Every field that is seen, with something in it and the focus on it. */
async function measured(page: Page) {
  const found = page.locator(fields)
  const seen = []
  for (let at = 0; at < (await found.count()); at += 1) {
    const field = found.nth(at)
    if (!(await field.isVisible())) continue
    const isTyped = await field.evaluate((element) => element.matches('input'))
    const empty = await contrastOf(page, fields, at)
    // By key, because a ring is drawn for those who use keys.
    await field.focus()
    if (isTyped) await page.keyboard.type('张三 aB3')
    else await page.keyboard.press('ArrowDown')
    const filled = await contrastOf(page, fields, at)
    seen.push({ ...filled, placeholder: empty.placeholder, edge: empty.edge })
    if (isTyped) await page.keyboard.press('Escape')
  }
  return seen
}

describe.each(looks)('what is typed is seen in %s', (_, look) => {
  test.each(pages)('on %s, in every field, on a desk and on a phone', async (...given) => {
    const [, address, alive, as] = given
    for (const viewport of [{ width: 1366, height: 768 }, phone]) {
      const page = await openPage({ as, viewport, ...look })
      await openLive(page, address(), alive)
      const seen = await measured(page)
      const isPoor = ({ text, placeholder, ring, edge }: Contrast) =>
        Math.min(text, placeholder) < 4.5 || Math.min(ring, edge) < 3
      expect(seen.filter(isPoor)).toEqual([])
      const hasBox = !(as && viewport === phone && address().includes('entry'))
      expect(seen.length > 0).toBe(hasBox)
      await closeWindow(page)
    }
  })
})

describe('a field that a browser filled in, or that was refused', () => {
  test('is read as well', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await openPage({ colorScheme })
      await openLive(page, '/login', 'form.account')
      await page.click('button[type=submit]')
      await page.waitForSelector('.account .warning')
      await page.fill('[name=username]', '张三')
      const client = await page.context().newCDPSession(page)
      await client.send('DOM.enable')
      await client.send('CSS.enable')
      const { root } = await client.send('DOM.getDocument', { depth: 0 })
      const { nodeId } = await client.send('DOM.querySelector', {
        ...{ nodeId: root.nodeId, selector: '[name=username]' },
      })
      await client.send('CSS.forcePseudoState', { nodeId, forcedPseudoClasses: ['autofill'] })
      expect(await page.locator('[name=username]:autofill').count()).toBe(1)
      const { text } = await contrastOf(page, '[name=username]')
      expect(text).toBeGreaterThanOrEqual(4.5)
      await closeWindow(page)
    }
  })
})
