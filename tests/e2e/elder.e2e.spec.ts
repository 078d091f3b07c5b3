import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { closeWindow, faultsBy, openPage, phone } from './browser'
import { portalPages } from './portalPages'

const wide = { width: 1366, height: 768 }

let pages: string[]
let answer: string

beforeAll(async () => {
  pages = await portalPages()
  answer = pages[1] ?? ''
}, 60_000)

async function elder(view = 'elder', options: object = {}): Promise<Page> {
  const page = await openPage({ viewport: wide, ...options })
  await page.goto(`/view/${view}`)
  return page
}

/** The smallest letters of what is written on a page, and whether some of them have serifs. */
const lettersOf = (page: Page) =>
  page.evaluate(() => {
    const small: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      if (!element?.checkVisibility() || !node.textContent?.trim()) continue
      if (/^(script|style|option)$/i.test(element.localName)) continue
      const { fontSize, fontFamily } = getComputedStyle(element)
      const isWrong =
        parseFloat(fontSize) < 18 ||
        /SimSun|Songti|[^-]serif/.test(fontFamily.replace('sans-serif', ''))
      if (isWrong) small.push(`${fontSize} ${element.className} ${node.textContent.slice(0, 20)}`)
    }
    return small
  })

/** What answers a click and is less than 44 pixels high; links in the midst of a sentence may be. */
const smallTargets = (page: Page) =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'a[href], button, input:not([type=hidden]), select, summary',
      ),
    ]
      .filter((one) => one.checkVisibility() && !one.matches('.skip, p a, .text a, dd span a'))
      .filter((one) =>
        one.closest('.item')?.contains(one) ? false : one.getBoundingClientRect().height < 44,
      )
      .map(
        (one) => `${Math.round(one.getBoundingClientRect().height)} ${one.outerHTML.slice(0, 120)}`,
      ),
  )

const pointersOn = (page: Page) =>
  page.evaluate(() =>
    ['body', 'a', 'main'].map((one) => getComputedStyle(document.querySelector(one)!).cursor),
  )

/** What stands in more than one column. */
const besideEachOther = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('main *')]
      .filter((one) => getComputedStyle(one).display === 'grid')
      // What is not shown has no columns yet, only what is written of them.
      .filter((one) => one.getClientRects().length > 0)
      .filter((one) => getComputedStyle(one).gridTemplateColumns.trim().includes(' '))
      .map((one) => one.className),
  )

describe('长辈版', () => {
  test('is one link at the top of every page, leads back to it, and stays until it is left', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const page = await openPage({ viewport: wide, javaScriptEnabled })
      for (const address of pages) {
        await page.goto(address)
        expect(await page.locator('header a[href="/view/elder"]').count()).toBe(1)
      }
      await page.goto(answer)
      const usual = await page.evaluate(() => getComputedStyle(document.body).fontSize)
      await page.click('text=长辈版')
      expect(page.url()).toContain(answer)
      expect(await page.getAttribute('html', 'data-view')).toBe('elder')
      await page.goto('/')
      expect(await page.getAttribute('html', 'data-view')).toBe('elder')
      const large = await page.evaluate(() => getComputedStyle(document.body).fontSize)
      await page.click('text=字再大一些')
      const larger = await page.evaluate(() => getComputedStyle(document.body).fontSize)
      expect([usual, large, larger].map(parseFloat)).toEqual(
        [usual, large, larger].map(parseFloat).toSorted((one, other) => one - other),
      )
      expect(new Set([usual, large, larger]).size).toBe(3)
      await page.click('text=返回普通版')
      expect(await page.getAttribute('html', 'data-view')).toBeNull()
      await closeWindow(page)
    }
  }, 120_000)
})

/** A browser whose only voice speaks this language, and which notes what it was given to say. */
const speaking = (lang: string) =>
  `
  const said = (window.said = [])
  const voice = { lang, localService: true, name: 'voice', default: true, voiceURI: 'voice' }
  const synthesis = {
    getVoices: () => [voice],
    addEventListener() {},
    removeEventListener() {},
    speak: (one) => said.push(one.text + ' ' + one.lang),
    cancel: () => said.push('—'),
  }
  Object.defineProperty(window, 'speechSynthesis', { value: synthesis })
  window.SpeechSynthesisUtterance = function (text) { this.text = text }
`.replace('{ lang,', `{ lang: '${lang}',`)

const saidBy = (page: Page) =>
  page.evaluate(() => (window as unknown as { said: string[] }).said.filter((one) => one !== '—'))

describe('every page of 长辈版', () => {
  // One visit for all: opening the pages is most of what looking at them costs.
  test('has letters of 18 pixels at least, none with serifs, contrasts of 7 to 1, targets of 44 pixels at least, a large pointer and one column, at a desk and on a phone; can be read aloud, and opens nothing by itself', async () => {
    const page = await elder()
    await page.addInitScript(speaking('zh-CN'))
    const opened: string[] = []
    page.on('dialog', (dialog) => opened.push(dialog.message()))
    page.on('popup', (popup) => opened.push(popup.url()))
    for (const address of pages) {
      await page.goto(address)
      const button = page.locator('.read-aloud:visible')
      await button.first().waitFor()
      expect({ address, n: await button.count() }).toEqual({ address, n: 1 })
      expect({ address, letters: await lettersOf(page) }).toEqual({ address, letters: [] })
      for (const size of [wide, phone]) {
        await page.setViewportSize(size)
        const where = `${address} ${size.width}`
        expect({ where, small: await smallTargets(page) }).toEqual({ where, small: [] })
      }
      await page.setViewportSize(wide)
      for (const pointer of await pointersOn(page)) expect(pointer).toContain('svg')
      expect({ address, beside: await besideEachOther(page) }).toEqual({ address, beside: [] })
      opened.push(
        ...(await page.locator('dialog[open], [role=dialog], [role=alertdialog]').allInnerTexts()),
      )
      const found = await faultsBy(page, 'color-contrast-enhanced')
      expect({ address, found }).toEqual({ address, found: [] })
    }
    expect(opened).toEqual([])
    await closeWindow(page)
  }, 300_000)
})

describe('朗读', () => {
  test('reads an answer in Chinese, question first, and stops', async () => {
    const page = await openPage({ viewport: wide })
    await page.addInitScript(speaking('zh-CN'))
    await page.goto(answer)
    const button = page.locator('main .read-aloud')
    await button.click()
    expect(await button.textContent()).toBe('停止朗读')
    const said = await saidBy(page)
    expect(said[0]).toContain((await page.textContent('h1'))?.replace(/[？?]$/, ''))
    expect(said.every((one) => one.endsWith(' zh-CN'))).toBe(true)
    await button.click()
    expect(await button.textContent()).toBe('朗读')
    await closeWindow(page)
  })

  test('is not offered where the browser has no Chinese voice', async () => {
    const page = await openPage({ viewport: wide })
    await page.addInitScript(speaking('en-US'))
    await page.goto(answer)
    await page.locator('.tools button').first().waitFor()
    expect(await page.locator('.read-aloud').count()).toBe(0)
    await closeWindow(page)
  })
})
