import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { closeWindow, faultsBy, openPage, phone, violationsOf } from './browser'
import { portalPages } from './portalPages'

const wide = { width: 1366, height: 768 }
/** What is left of a window of 1280 pixels at 400 %. */
const zoomed = { width: 320, height: 640 }
type Size = typeof wide

let pages: string[]

beforeAll(async () => {
  pages = await portalPages()
}, 60_000)

type Mode = {
  name: string
  /** Addresses that switch it on. */
  by?: string[]
  /** At which sizes axe looks at it whole; at each, whether anything stands out sideways. */
  looked: readonly Size[]
  /** In which colours its letters are looked at too. */
  read?: Colours
}

const modes: Mode[] = [
  { name: '长辈版', by: ['/view/elder'], looked: [wide, phone], read: ['dark'] },
  { name: '长辈版 with larger letters still', by: ['/view/larger'], looked: [phone] },
  { name: 'in English', by: ['/language/en'], looked: [wide, phone] },
  { name: 'in English as 长辈版', by: ['/language/en', '/view/elder'], looked: [] },
]
/** Of which nothing but the colours is otherwise. */
const colours = {
  dark: { colorScheme: 'dark' },
  'with more contrast': { contrast: 'more' },
} as const
type Colours = (keyof typeof colours)[]

async function inMode({ by = [] }: Partial<Mode>): Promise<Page> {
  const page = await openPage({ viewport: wide })
  await page.emulateMedia({ contrast: null })
  for (const address of by) await page.goto(address)
  return page
}

const excessOf = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Axe over the whole page at the sizes told, and whether anything stands out sideways at each. */
async function mustBeWhole(page: Page, address: string, looked: readonly Size[]): Promise<void> {
  for (const size of [wide, phone, zoomed]) {
    await page.setViewportSize(size)
    const where = `${address} ${size.width}`
    if (looked.includes(size))
      expect({ where, found: await violationsOf(page) }).toEqual({ where, found: [] })
    expect({ where, excess: await excessOf(page) }).toEqual({ where, excess: 0 })
  }
  await page.setViewportSize(wide)
}

/** Whether all letters can be read in other colours. */
async function mustBeRead(page: Page, address: string, read: Colours): Promise<void> {
  for (const name of read) {
    await page.emulateMedia(colours[name])
    const faint = await faultsBy(page, 'color-contrast')
    expect({ address, name, faint }).toEqual({ address, name, faint: [] })
    await page.emulateMedia({ colorScheme: null, contrast: null })
  }
}

const movingOn = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((one) => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one)
      const moves =
        /[1-9]/.test(transitionDuration) || animationName !== 'none' || scrollBehavior === 'smooth'
      return moves ? [one.outerHTML.slice(0, 80)] : []
    }),
  )

/** As WCAG 1.4.12 says. */
const apart =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }'

describe('every page of the portal', () => {
  // One visit for all: opening the pages is most of what looking at them costs.
  test(
    'is whole as it is, on a phone and at 400 %; stands still where the reader asks for less motion; can be read dark and with more contrast; ' +
      'has targets of 24 pixels at least, and of letters that are set wider nothing is cut off',
    async () => {
      const page = await inMode({})
      for (const address of pages) {
        await page.goto(address)
        // First: to be judged by axe, a page is made to stand still.
        await page.emulateMedia({ reducedMotion: 'reduce' })
        expect({ address, moving: await movingOn(page) }).toEqual({ address, moving: [] })
        await page.emulateMedia({ reducedMotion: null })
        await mustBeWhole(page, address, [wide, phone])
        await mustBeRead(page, address, ['dark', 'with more contrast'])
        await page.setViewportSize(phone)
        const small = await faultsBy(page, 'target-size')
        expect({ address, small }).toEqual({ address, small: [] })
        await page.addStyleTag({ content: apart })
        expect({ address, excess: await excessOf(page) }).toEqual({ address, excess: 0 })
        await page.setViewportSize(wide)
      }
      await closeWindow(page)
    },
    600_000,
  )

  test.each(modes)(
    'is whole $name: axe finds nothing, and nothing stands out sideways at 400 %',
    async (mode) => {
      const page = await inMode(mode)
      for (const address of pages) {
        await page.goto(address)
        await mustBeWhole(page, address, mode.looked)
        await mustBeRead(page, address, mode.read ?? [])
      }
      await closeWindow(page)
    },
    600_000,
  )
})

describe('by keyboard alone', () => {
  test('a skip to search puts the writing mark into the box', async () => {
    const page = await inMode({})
    for (const address of ['/', '/accessibility']) {
      await page.goto(address)
      for (let stop = 0; stop < 3; stop += 1) await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await page.waitForFunction(() => document.activeElement?.id === 'q')
    }
    await closeWindow(page)
  })

  test('every stop of every page is seen and covered by nothing, none holds one fast, and all that answers a click is reached; the first three lead to content, navigation and search, each with a key of its own', async () => {
    const page = await inMode({})
    // Where somebody signs in, the first field has the focus.
    for (const address of pages.filter((one) => one !== '/login')) {
      await page.goto(address)
      const wanted = await page.evaluate(
        () =>
          [
            ...document.querySelectorAll<HTMLElement>(
              'a[href], button, input, select, textarea, summary',
            ),
          ].filter((one) => one.checkVisibility() && (one as HTMLInputElement).type !== 'hidden')
            .length,
      )
      const reached = new Set<number>()
      const unseen: string[] = []
      const first: (string | null)[] = []
      for (let stop = 0; stop < wanted + 5; stop += 1) {
        await page.keyboard.press('Tab')
        const at = await page.evaluate(focused)
        if (!at) break
        if (!at.isSeen) unseen.push(at.what)
        reached.add(at.at)
        if (stop < 3) first.push(at.href, at.key)
      }
      expect({ address, unseen }).toEqual({ address, unseen: [] })
      expect({ address, reached: reached.size }).toEqual({ address, reached: wanted })
      const hasBox = (await page.locator('#q').count()) > 0
      const toSearch = hasBox ? '#q' : '/search#q'
      expect({ address, first }).toEqual({
        address,
        first: ['#main', '1', '#nav', '2', toSearch, '3'],
      })
    }
    await closeWindow(page)
  }, 300_000)
})

/** What has the focus, and whether one sees that: a frame around it, and nothing over its middle. Runs in the page. */
function focused() {
  const one = document.activeElement
  if (!one || one === document.body) return null
  const { outlineStyle, outlineWidth } = getComputedStyle(one)
  // Of a link over several lines the first one.
  const { x, y, width, height } = one.getClientRects()[0] ?? one.getBoundingClientRect()
  const there = document.elementFromPoint(x + width / 2, y + height / 2)
  const isOpen = there !== null && (one.contains(there) || there.contains(one))
  return {
    at: [...document.querySelectorAll('*')].indexOf(one),
    what: one.outerHTML.slice(0, 120),
    href: one.getAttribute('href'),
    key: one.getAttribute('accesskey'),
    isSeen: isOpen && outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
  }
}
