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
  media?: { colorScheme?: 'dark'; contrast?: 'more'; forcedColors?: 'active' }
  /** At which sizes axe looks at it whole; at each, whether anything stands out sideways. */
  looked: readonly Size[]
}

const modes: Mode[] = [
  { name: 'as it is', looked: [wide, phone] },
  { name: '长辈版', by: ['/view/elder'], looked: [wide, phone] },
  { name: '长辈版 with larger letters still', by: ['/view/larger'], looked: [phone] },
  { name: 'in English', by: ['/language/en'], looked: [wide] },
  { name: 'in English as 长辈版', by: ['/language/en', '/view/elder'], looked: [] },
]
/** Of which nothing but the colours is otherwise. */
const colours: Mode[] = [
  { name: 'dark', media: { colorScheme: 'dark' }, looked: [] },
  { name: 'with more contrast', media: { contrast: 'more' }, looked: [] },
  { name: 'dark as 长辈版', by: ['/view/elder'], media: { colorScheme: 'dark' }, looked: [] },
]

async function inMode({ by = [], media = {} }: Partial<Mode>): Promise<Page> {
  const page = await openPage({ viewport: wide })
  await page.emulateMedia({ contrast: null, ...media })
  for (const address of by) await page.goto(address)
  return page
}

const excessOf = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

describe('every page of the portal', () => {
  test.each(modes)(
    'is whole $name: axe finds nothing, on a phone neither, and nothing stands out sideways at 400 %',
    async (mode) => {
      const page = await inMode(mode)
      for (const address of pages) {
        await page.goto(address)
        for (const size of [wide, phone, zoomed]) {
          await page.setViewportSize(size)
          const where = `${address} ${size.width}`
          if (mode.looked.includes(size))
            expect({ where, found: await violationsOf(page) }).toEqual({ where, found: [] })
          expect({ where, excess: await excessOf(page) }).toEqual({ where, excess: 0 })
        }
        await page.setViewportSize(wide)
      }
      await closeWindow(page)
    },
    600_000,
  )

  test.each(colours)(
    'can be read $name',
    async (mode) => {
      const page = await inMode(mode)
      for (const address of pages) {
        await page.goto(address)
        const faint = await faultsBy(page, 'color-contrast')
        expect({ address, faint }).toEqual({ address, faint: [] })
      }
      await closeWindow(page)
    },
    300_000,
  )

  test('has targets of 24 pixels at least, and of letters that are set wider nothing is cut off', async () => {
    const page = await inMode({})
    await page.setViewportSize(phone)
    for (const address of pages) {
      await page.goto(address)
      const small = await faultsBy(page, 'target-size')
      expect({ address, small }).toEqual({ address, small: [] })
      // As WCAG 1.4.12 says.
      await page.addStyleTag({
        content:
          '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
      })
      expect({ address, excess: await excessOf(page) }).toEqual({ address, excess: 0 })
    }
    await closeWindow(page)
  }, 300_000)

  test('stands still where the reader asks for less motion', async () => {
    const page = await openPage({ viewport: wide })
    await page.emulateMedia({ reducedMotion: 'reduce' })
    for (const address of pages) {
      await page.goto(address)
      const moving = await page.evaluate(() =>
        [...document.querySelectorAll('*')].flatMap((one) => {
          const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one)
          const moves =
            /[1-9]/.test(transitionDuration) ||
            animationName !== 'none' ||
            scrollBehavior === 'smooth'
          return moves ? [one.outerHTML.slice(0, 80)] : []
        }),
      )
      expect({ address, moving }).toEqual({ address, moving: [] })
    }
    await closeWindow(page)
  }, 300_000)
})

describe('by keyboard alone', () => {
  test('the first three stops lead to content, navigation and search, and each has a key of its own', async () => {
    const page = await inMode({})
    // Where somebody signs in, the first field has the focus.
    for (const address of pages.filter((one) => one !== '/login')) {
      await page.goto(address)
      const led: string[] = []
      const keys: (string | null)[] = []
      for (let stop = 0; stop < 3; stop += 1) {
        await page.keyboard.press('Tab')
        const link = page.locator(':focus')
        expect((await link.boundingBox())?.y).toBeGreaterThanOrEqual(0)
        led.push((await link.getAttribute('href')) ?? '')
        keys.push(await link.getAttribute('accesskey'))
      }
      const hasBox = (await page.locator('#q').count()) > 0
      expect({ address, led }).toEqual({
        address,
        led: ['#main', '#nav', hasBox ? '#q' : '/search#q'],
      })
      expect(keys).toEqual(['1', '2', '3'])
    }
    await closeWindow(page)
  }, 120_000)

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

  test('every stop of every page is seen and covered by nothing, none holds one fast, and all that answers a click is reached', async () => {
    const page = await inMode({})
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
      for (let stop = 0; stop < wanted + 5; stop += 1) {
        await page.keyboard.press('Tab')
        const at = await page.evaluate(focused)
        if (!at) break
        if (!at.isSeen) unseen.push(at.what)
        reached.add(at.at)
      }
      expect({ address, unseen }).toEqual({ address, unseen: [] })
      expect({ address, reached: reached.size }).toEqual({ address, reached: wanted })
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
    isSeen: isOpen && outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
  }
}
