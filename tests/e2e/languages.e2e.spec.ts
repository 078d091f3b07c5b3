import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import type { TreeUnit } from '@/reading/readTree'
import { anyone } from '../server/people'
import { closeWindow, openPage } from './browser'
import { portalPages } from './portalPages'

let pages: string[]
/** What was asked, and names of units and themes: they are the same in all languages, and hints have them where nothing can be marked. */
let names: string[]

const namesOf = (units: readonly TreeUnit[]): string[] =>
  units.flatMap(({ name, units }) => [name, ...namesOf(units)])

beforeAll(async () => {
  pages = await portalPages()
  const [{ body }, themes] = await Promise.all([
    anyone().get<{ units: TreeUnit[] }>('/api/public/tree'),
    anyone().get<{ themes: { name: string }[] }>('/api/public/themes'),
  ])
  const asked = pages.map((page) => new URL(page, 'http://x').searchParams.get('q') ?? '')
  names = [...namesOf(body.units), ...themes.body.themes.map(({ name }) => name), ...asked]
    .filter(Boolean)
    .sort((one, other) => other.length - one.length)
}, 60_000)

const without = (words: string) => names.reduce((rest, name) => rest.replaceAll(name, ''), words)

/**
 * All that a page says in what is marked as this language, seen or heard: words, names, titles and hints; in Chinese
 * without the texts that people wrote.
 */
const saidIn = (page: Page, isIn: 'zh' | 'en') =>
  page.evaluate((wanted) => {
    const said: string[] = []
    const take = (element: Element, words: string | null) => {
      const lang = element.closest('[lang]')?.getAttribute('lang') ?? ''
      if (words?.trim() && lang.startsWith(wanted)) said.push(words.trim().replace(/\s+/g, ' '))
    }
    for (const element of document.querySelectorAll('body, body *')) {
      if (/^(script|style|noscript|svg|path)$/.test(element.localName)) continue
      if (wanted === 'zh' && element.closest('.text')) continue
      for (const node of element.childNodes)
        if (node.nodeType === Node.TEXT_NODE) take(element, node.textContent)
      for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
        take(element, element.getAttribute(name))
      if (element.matches('input[type=submit], input[type=button]'))
        take(element, (element as HTMLInputElement).value)
    }
    return said
  }, isIn)

describe('the words of the portal itself', () => {
  test('are English where English was chosen: what is Chinese was written by people, and says that it is', async () => {
    const page = await openPage()
    await page.goto('/language/en')
    for (const address of pages) {
      await page.goto(address)
      const chinese = (await saidIn(page, 'en')).filter((words) =>
        /\p{Script=Han}/u.test(without(words)),
      )
      expect({ address, chinese }).toEqual({ address, chinese: [] })
    }
    await closeWindow(page)
  }, 240_000)

  test('are Chinese everywhere else', async () => {
    const page = await openPage()
    /** Addresses, numbers of entries, of standards and of filings (ICP备), kinds and sizes of files, and names of keys are no words. */
    const known =
      /https?:\/\/\S+|\b(?:[A-Z]{2}\d+|KB|MB|PDF|App|APP|GB|WCAG|ICP|AA|Tab|Shift|Alt|Windows|Chrome|Edge|Firefox|Mac|Control|Option)\b/g
    for (const address of pages) {
      await page.goto(address)
      const english = (await saidIn(page, 'zh')).filter((words) =>
        /[A-Za-z]{2,}/.test(without(words).replace(known, '')),
      )
      expect({ address, english }).toEqual({ address, english: [] })
    }
    await closeWindow(page)
  }, 240_000)
})
