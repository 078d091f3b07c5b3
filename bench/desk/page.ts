import { chromium as playwright, type CDPSession, type Page } from 'playwright-core'
import { chromium as executablePath } from '../../scripts/chromium.mjs'
import { password, people } from '../search/people'

export type Desk = { page: Page; heap: () => Promise<Heap>; close: () => Promise<void> }

/** What a page holds after its garbage was collected. */
export type Heap = { megabytes: number; nodes: number; listeners: number; documents: number }

/** The desk of an agent in a real browser. */
export async function openDesk(url: string): Promise<Desk> {
  const browser = await playwright.launch({
    executablePath,
    args: ['--headless', '--no-sandbox', '--disable-gpu'],
  })
  const context = await browser.newContext({
    ...{ baseURL: url, locale: 'zh-CN', viewport: { width: 1366, height: 768 } },
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const page = await context.newPage()
  await context.request.post('/api/users/login', { data: { username: people.agent, password } })
  await page.goto('/desk')
  await page.locator('.desk-found[aria-busy=false]').waitFor()
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable')
  await session.send('HeapProfiler.enable')
  return { page, heap: () => heapOf(session), close: () => browser.close() }
}

async function heapOf(session: CDPSession): Promise<Heap> {
  // What one collection frees lets go of more.
  for (let again = 0; again < 3; again += 1) await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  const of = (name: string) => metrics.find((one) => one.name === name)?.value ?? 0
  return {
    ...{ megabytes: of('JSHeapUsedSize') / 1e6, nodes: of('Nodes') },
    ...{ listeners: of('JSEventListeners'), documents: of('Documents') },
  }
}

type Timed = { wordsToHits: number[] }

/** From here on the page notes how long it takes from a word in the box until its hits are painted. */
export async function timeHits(page: Page): Promise<() => Promise<number[]>> {
  await page.evaluate(() => {
    const timed = (globalThis as unknown as Timed).wordsToHits ?? []
    Object.assign(globalThis, { wordsToHits: timed })
    let since: number | null = null
    document.addEventListener(
      'beforeinput',
      () => {
        since = performance.now()
      },
      true,
    )
    new MutationObserver(() => {
      if (since === null || !document.querySelector('.desk-found[aria-busy=false]')) return
      const begun = since
      since = null
      requestAnimationFrame(() => setTimeout(() => timed.push(performance.now() - begun)))
    }).observe(document.querySelector('.desk-found')!, { attributeFilter: ['aria-busy'] })
  })
  return () => page.evaluate(() => (globalThis as unknown as Timed).wordsToHits)
}
