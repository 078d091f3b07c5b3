import { chromium } from 'playwright-core'
import { chromium as executablePath } from '../../scripts/chromium.mjs'

export type Seen = {
  /** JavaScript that the page loads, in bytes as they are sent. */
  script: number
  files: number
  /** Sum of all layout shifts. */
  shift: number
  /** Of the largest paint: after how many milliseconds, of which element. */
  paint: number
  element: string
  /** Its words stand in the page as it was sent. */
  isFromHtml: boolean
}

const phone = { width: 390, height: 844 }

/** The page on a phone, as the browser's own PerformanceObserver tells it. */
export async function seenInBrowser(url: string): Promise<Seen> {
  const browser = await chromium.launch({ executablePath })
  try {
    const page = await browser.newPage({ viewport: phone })
    const scripts: Promise<number>[] = []
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script')
        scripts.push(response.request().sizes().then(sizeSent))
    })
    const answer = await page.goto(url, { waitUntil: 'networkidle' })
    const html = (await answer?.text()) ?? ''
    const seen = await page.evaluate<Watched>(watching)
    const sizes = await Promise.all(scripts)
    const script = sizes.reduce((sum, size) => sum + size, 0)
    const isFromHtml = seen.words.length > 0 && html.includes(seen.words)
    const { shift, paint, element } = seen
    return { script, files: sizes.length, shift, paint, element, isFromHtml }
  } finally {
    await browser.close()
  }
}

const sizeSent = ({ responseBodySize }: { responseBodySize: number }) => responseBodySize

/** In the page: what was painted largest, and what moved. As text: tsx would call functions of its own in it. */
const watching = `(async () => {
  const entriesOf = (type) =>
    new Promise((done) => {
      new PerformanceObserver((list) => done(list.getEntries())).observe({ type, buffered: true })
      setTimeout(() => done([]), 500)
    })
  const largest = (await entriesOf('largest-contentful-paint')).at(-1)
  const shifts = (await entriesOf('layout-shift')).filter(({ hadRecentInput }) => !hadRecentInput)
  return {
    shift: shifts.reduce((sum, { value }) => sum + value, 0),
    paint: largest ? largest.startTime : NaN,
    element: largest?.element?.tagName.toLowerCase() ?? '',
    words: largest?.element?.textContent.slice(0, 12) ?? '',
  }
})()`

type Watched = Pick<Seen, 'shift' | 'paint' | 'element'> & { words: string }
