import { get } from 'node:http'
import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { islands } from '@/components/portal/islands'
import { anyone, baseUrl } from '../server/people'
import { closeWindow, openLive, openPage } from './browser'
import { demoEntry } from './demoEntries'
import { portalPages } from './portalPages'

let open: Awaited<ReturnType<typeof demoEntry>>

beforeAll(async () => {
  open = await demoEntry({ isOpen: true })
})

/** Compressed, of a page with all it loads. */
const most = 60_000

/** The scripts that a window loads, as it loads them. */
function scriptsOf(page: Page) {
  const paths: string[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') paths.push(new URL(response.url()).pathname)
  })
  return { taken: () => paths.splice(0) }
}

/** In bytes, as browsers are sent it; not counted there, where what another window has loaded is kept. */
const sizeSent = (path: string) =>
  new Promise<number>((done, failed) => {
    const asked = get(baseUrl + path, { headers: { 'accept-encoding': 'gzip' } }, (answer) => {
      let size = 0
      answer.on('data', (part: Buffer) => (size += part.length)).on('end', () => done(size))
    })
    asked.on('error', failed)
  })

/** What is written into the page to be run. */
const inlineScripts = (page: Page) =>
  page.locator('script:not([src]):not([type="application/ld+json"])').count()

/** The islands of a page, and those that do not answer. */
const islandsOn = (page: Page) =>
  page.$$eval('[data-island]', (all) => ({
    names: all.map((one) => (one as HTMLElement).dataset.island ?? ''),
    dead: all.filter((one) => !('__k' in one)).map((one) => (one as HTMLElement).dataset.island),
  }))

describe('what a page of citizens loads to run', () => {
  test('is nothing of Next’s, at most 60 kB as it is sent, and makes each part of it alive, on every kind of page', async () => {
    const page = await openPage()
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(`${page.url()} ${error.message}`))
    page.on('console', (said) => {
      if (/Content.Security.Policy/i.test(said.text())) faults.push(`${page.url()} ${said.text()}`)
    })
    const scripts = scriptsOf(page)
    const seen = new Set<string>()
    for (const address of await portalPages()) {
      if (address === '/login') continue
      await page.goto(address, { waitUntil: 'load' })
      const { names, dead } = await islandsOn(page)
      for (const name of names) seen.add(name)
      const paths = scripts.taken()
      const sizes = await Promise.all(paths.map(sizeSent))
      const size = sizes.reduce((sum, one) => sum + one, 0)
      const others = paths.filter((path) => !path.includes('/_next/static/islands/'))
      const found = {
        address,
        others,
        inline: await inlineScripts(page),
        files: paths.length,
        dead,
      }
      const files = names.length > 0 ? 1 : 0
      expect(found).toEqual({ address, others: [], inline: 0, files, dead: [] })
      expect([address, size, size <= most]).toEqual([address, size, true])
      expect([address, size > 0]).toEqual([address, files > 0])
    }
    expect([...seen].sort()).toEqual(Object.keys(islands).sort())
    expect(faults).toEqual([])
    await closeWindow(page)
  })

  test('is kept by browsers for good, at an address of its content', async () => {
    const { text } = await anyone()
      .fetch('/')
      .then(async (answer) => ({ text: await answer.text() }))
    const [, address = ''] = /<script type="module" src="([^"]+)"/.exec(text) ?? []
    const answer = await anyone().fetch(address)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toMatch(/javascript/)
    expect(answer.headers.get('cache-control')).toMatch(/max-age=31536000.*immutable/)
    expect(answer.headers.get('content-encoding')).toBe('gzip')
  })

  test('stays Next’s where people sign in, and only there words of the page may run', async () => {
    const policies = await Promise.all(
      ['/', '/search?q=1', `/e/${open.number}`, '/nowhere', '/login'].map(async (path) => {
        const answer = await anyone().fetch(path)
        const [rule] =
          /script-src [^;]*/.exec(answer.headers.get('content-security-policy') ?? '') ?? []
        return [path, rule, (await answer.text()).includes('__next_f')]
      }),
    )
    expect(policies).toEqual([
      ...['/', '/search?q=1', `/e/${open.number}`, '/nowhere'].map((path) => [
        ...[path, "script-src 'self'", false],
      ]),
      ['/login', "script-src 'self' 'unsafe-inline'", true],
    ])
  })

  test('is the same for a member of staff who reads', async () => {
    const page = await openPage({ as: 'staff' })
    const scripts = scriptsOf(page)
    await page.goto(`/e/${open.number}`)
    expect(await page.textContent('.site-nav')).toContain('工作台')
    const paths = scripts.taken()
    expect(paths.filter((path) => !path.includes('/_next/static/islands/'))).toEqual([])
    expect((await islandsOn(page)).dead).toEqual([])
    await closeWindow(page)
  })
})

describe('a citizen on a slow phone', () => {
  test('goes on with what they typed before the page was alive', async () => {
    const page = await openPage()
    let release = () => {}
    const released = new Promise<void>((done) => (release = done))
    await page.route('**/_next/static/islands/*', async (route) => {
      await released
      await route.continue()
    })
    await page.goto('/', { waitUntil: 'commit' })
    await page.locator('#q').click()
    await page.keyboard.type('公积金')
    expect(await page.inputValue('#q')).toBe('公积金')
    release()
    await page.locator('#q-suggestions li').first().waitFor()
    expect(await page.inputValue('#q')).toBe('公积金')
    await page.keyboard.type('贷')
    expect(await page.inputValue('#q')).toBe('公积金贷')
    await closeWindow(page)
  })
})

describe('a citizen', () => {
  test('prints an answer by its button', async () => {
    const page = await openPage()
    await page.addInitScript('window.print = () => { document.title = "printed" }')
    await openLive(page, `/e/${open.number}`, '.share button')
    await page.click('.tools button:has-text("打印")')
    expect(await page.title()).toBe('printed')
    await closeWindow(page)
  })

  test('is told why what they reported was not taken, keeps what they wrote, and sends it again', async () => {
    const page = await openPage()
    const sent: unknown[] = []
    await page.route('**/api/public/corrections', async (route) => {
      sent.push(route.request().postDataJSON())
      const refused = { status: 422, json: { detail: '请不要填写身份证号。' } }
      await route.fulfill(sent.length === 1 ? refused : { json: { receipt: 'R-1' } })
    })
    await openLive(page, `/report?entry=${open.number}`, 'form.report')
    await page.fill('textarea[name=sentence]', '电话已经换了。')
    await page.click('form.report button')
    await page.locator('[role=alert]', { hasText: '请不要填写身份证号。' }).waitFor()
    expect(await page.inputValue('textarea[name=sentence]')).toBe('电话已经换了。')
    await page.click('form.report button')
    await page.locator('[role=status] a[href="/report?receipt=R-1"]').waitFor()
    expect(sent).toEqual(Array(2).fill({ entry: open.number, sentence: '电话已经换了。' }))
    await closeWindow(page)
  })
})
