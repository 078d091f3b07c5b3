import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import type { Account } from '../server/people'
import { answered, entriesOf } from './atDesk'
import { closeWindow, openLive, openPage, phone, violationsOf } from './browser'
import { demoEntry } from './demoEntries'

let open: Awaited<ReturnType<typeof demoEntry>>
let closed: typeof open
let aCase: typeof open | undefined

beforeAll(async () => {
  open = await demoEntry({ isOpen: true })
  closed = await demoEntry({ isOpen: false })
  aCase = (await entriesOf('cases'))[0]
})
const sizes = [{ width: 1366, height: 768 }, phone] as const
const languages = ['zh', 'en'] as const

/** In both languages, or in those named, each in a window of its own. */
async function eachWay(
  as: Account | undefined,
  look: (page: Page) => Promise<void>,
  spoken: readonly (typeof languages)[number][] = languages,
) {
  for (const language of spoken) {
    const page = await openPage({ as, viewport: sizes[0] })
    await page.goto(`/language/${language}`)
    await look(page)
    await closeWindow(page)
  }
}

/** Axe over the whole page as it stands, in both sizes, and nothing that stands out sideways. */
async function mustBeFine(page: Page): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size)
    const where = `${new URL(page.url()).pathname} ${size.width}`
    expect({ where, found: await violationsOf(page) }).toEqual({ where, found: [] })
    const excess = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect({ where, excess }).toEqual({ where, excess: 0 })
  }
  await page.setViewportSize(sizes[0])
}

/** In English by two: an agent, who has most to do there, and the centre, whose head and list have most links. */
const readers: [Account, (typeof languages)[number][]][] = [
  ['agent', ['zh', 'en']],
  ['staff', ['zh']],
  ['editor', ['zh']],
  ['approver', ['zh']],
  ['centre', ['zh', 'en']],
  ['operator', ['zh']],
  ['auditor', ['zh']],
]

describe('axe has nothing to say about the whole desk', () => {
  test.each(readers)(
    'of the %s: the list, a question, an open entry with the tree',
    async (who, spoken) => {
      const look = async (page: Page) => {
        await openLive(page, '/desk', '#desk-box')
        await mustBeFine(page)
        await page.click('.desk-tree-toggle')
        await page.locator('.desk-tree-mark').first().click()
        await page.fill('#desk-box', open.title)
        await page.click(`ol:not([inert]) > li > [data-hit][href="/e/${open.number}"]`)
        await page.waitForSelector('.desk-answer')
        await mustBeFine(page)
      }
      await eachWay(who, look, spoken)
    },
  )

  test('where nothing is found, where nothing answers, and where nothing may be copied', async () => {
    await eachWay('agent', async (page) => {
      await openLive(page, '/desk?q=qzxjkwv', '#desk-box')
      await mustBeFine(page)
      await page.route('**/api/search?*', (route) => route.abort())
      await page.fill('#desk-box', '医保')
      await page.waitForSelector('.desk-found .warning')
      await mustBeFine(page)
      await page.goto(`/desk?entry=${aCase?.number}`)
      await page.waitForSelector('.desk-answer')
      await page.evaluate(() => {
        Object.defineProperty(navigator, 'clipboard', { value: undefined })
        document.execCommand = () => false
      })
      await page.click('.desk-copy')
      await page.waitForSelector('.desk-by-hand')
      await mustBeFine(page)
    })
  })

  test('of the updates, of one unit, and of what one follows', async () => {
    await eachWay('agent', async (page) => {
      for (const address of [`/desk/updates?since=month&unit=${open.unit.id}`, '/desk/following']) {
        await page.goto(address)
        await mustBeFine(page)
      }
    })
  })

  test('with suggestions open', async () => {
    await eachWay('agent', async (page) => {
      await openLive(page, '/desk', '#desk-box')
      await page.focus('#desk-box')
      await page.keyboard.insertText(open.title.slice(0, -2))
      await page.waitForSelector('[role=option]')
      await page.keyboard.press('ArrowDown')
      await answered(page)
      await mustBeFine(page)
    })
  })
})

describe('axe has nothing to say about the whole portal', () => {
  /** The first page, entries, results sure and unsure, narrowed, all, none, a unit, lists full and empty, no page. */
  const pages = () => [
    '/',
    `/e/${open.number}`,
    `/e/${open.number}?helpful=false`,
    `/e/${closed.number}`,
    `/e/${aCase?.number}`,
    `/search?q=${encodeURIComponent(open.title.slice(0, 4))}`,
    `/search?q=${encodeURIComponent(open.title)}&unit=${open.unit.id}`,
    '/search',
    '/search?q=qzxjkwv',
    `/units/${open.unit.id}`,
    ...['/notices', '/notices?kind=news', '/cases', '/contacts', '/contacts?q=qzxjkwv'],
    `/report?q=${encodeURIComponent(open.title)}`,
    '/nowhere/at/all',
    '/password',
  ]
  /** Citizens' others are walked in accessible.e2e.spec.ts, in both languages and sizes. */
  const citizensPages = () => [
    `/e/${open.number}?helpful=false`,
    `/e/${closed.number}`,
    '/notices?kind=news',
    `/report?q=${encodeURIComponent(open.title)}`,
    '/password',
  ]
  const visitors: [string, Account | undefined, () => string[]][] = [
    ['citizens', undefined, citizensPages],
    ['staff', 'agent', pages],
  ]

  test.each(visitors)('on each of its pages, for %s', async (_, who, theirs) => {
    await eachWay(who, async (page) => {
      for (const address of theirs()) {
        await page.goto(address)
        await mustBeFine(page)
      }
    })
  })

  test('about the sign-in, empty and refused', async () => {
    await eachWay(undefined, async (page) => {
      await openLive(page, '/login', 'form.account')
      await mustBeFine(page)
      await page.click('button[type=submit]')
      await page.waitForSelector('.account .warning')
      await mustBeFine(page)
    })
  })
})
