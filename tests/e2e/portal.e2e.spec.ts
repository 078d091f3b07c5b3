import { beforeAll, describe, expect, test } from '@jest/globals'
import { baseUrl } from '../server/people'
import { closeWindow, openLive, openPage } from './browser'
import { demoEntry } from './demoEntries'

let open: Awaited<ReturnType<typeof demoEntry>>
let closed: typeof open

beforeAll(async () => {
  open = await demoEntry({ isOpen: true })
  closed = await demoEntry({ isOpen: false })
})

describe('a citizen', () => {
  test('searches and reads an answer without JavaScript', async () => {
    const page = await openPage({ javaScriptEnabled: false })
    await page.goto('/')
    await page.fill('input[name=q]', open.title)
    await page.click('form[role=search] button')
    await page.click(`a[href="/e/${open.number}"]`)
    expect(await page.textContent('h1')).toBe(open.title)
    expect(await page.textContent('.answer')).toContain(open.summary)
    expect(await page.textContent('.facts')).toContain(open.unit.name)
    await closeWindow(page)
  })

  // A browser without a screen says that it is none, and is taken for a robot.
  const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

  test('says that an answer did not help, is told whom to call, and may change it', async () => {
    const page = await openPage({ userAgent })
    await openLive(page, `/e/${open.number}`, '.helpful button')
    await page.click('.helpful button[value=false]')
    await page.locator('.helpful [role=status] a[href="tel:12345"]').waitFor()
    expect(page.url()).not.toContain('helpful')
    await page.click('.helpful button[value=outdated]')
    await page.locator('.helpful [role=status]', { hasText: '已记录原因：过期' }).waitFor()
    await page.click('.helpful button[value=true]')
    await page.locator('.helpful [role=status]', { hasText: '您觉得有帮助' }).waitFor()
    expect(await page.locator('.helpful-why').count()).toBe(0)
    await closeWindow(page)
  })

  test('says so without JavaScript', async () => {
    const page = await openPage({ javaScriptEnabled: false, userAgent })
    await page.goto(`/e/${open.number}`)
    await page.click('.helpful button[value=false]')
    expect(await page.textContent('.helpful [role=status]')).toContain('12345')
    await page.click('.helpful button[value=true]')
    expect(await page.textContent('.helpful [role=status]')).toContain('您觉得有帮助')
    await closeWindow(page)
  })

  test('copies an answer’s address, is told so, and sees its code when they ask for it', async () => {
    const page = await openPage()
    await openLive(page, `/e/${open.number}`, '.share button')
    const code = page.locator('.share .qr')
    expect(await code.isVisible()).toBe(false)
    await page.click('.share summary')
    await code.waitFor()
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.click('.share button')
    await page.locator('.share-said', { hasText: '网址已复制' }).waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toBe(`${baseUrl}/e/${open.number}`)
    await closeWindow(page)
  })

  test('is told where an address was not copied', async () => {
    const page = await openPage()
    await openLive(page, `/e/${open.number}`, '.share button')
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined })
      document.execCommand = () => false
    })
    await page.click('.share button')
    await page.locator('.share-said', { hasText: '没有复制成功' }).waitFor()
    await closeWindow(page)
  })

  test('prints on A4 whose it is, where it is from and of which day, with its code, and nothing to click', async () => {
    const page = await openPage({ viewport: { width: 794, height: 1123 } })
    await page.goto(`/e/${open.number}`)
    await page.emulateMedia({ media: 'print' })
    const printed = (await page.innerText('body')).replace(/\s+/g, ' ')
    for (const words of ['12345 政务服务便民热线知识库', `${baseUrl}/e/${open.number}`])
      expect(printed).toContain(words)
    expect(printed).toMatch(new RegExp(`编号 ${open.number} · \\d+年.*审批 · \\d+年.*打印`))
    expect(await page.locator('.share .qr').isVisible()).toBe(true)
    for (const none of ['button', 'summary', 'input', '.site-header', '.related'])
      expect(await page.locator(`${none}:visible`).count()).toBe(0)
    const excess = () => document.documentElement.scrollWidth - document.documentElement.clientWidth
    expect(await page.evaluate(excess)).toBe(0)
    await page.emulateMedia({ media: null })
    await closeWindow(page)
  })

  test('sees on the front page what is hot and why, and opens it', async () => {
    const page = await openPage({ javaScriptEnabled: false })
    await page.goto('/')
    const hot = page.locator('.hot li').first()
    expect(await hot.locator('.hot-why').textContent()).toMatch(/本周 \d+ (次使用|人次阅读)/)
    const title = await hot.locator('a').textContent()
    await hot.locator('a').click()
    expect(await page.textContent('h1')).toBe(title)
    await closeWindow(page)
  })

  test('is led from a page behind the last to the last', async () => {
    const page = await openPage({ javaScriptEnabled: false })
    await page.goto('/search?page=999')
    expect(new URL(page.url()).searchParams.get('page')).not.toBe('999')
    expect(await page.locator('.item').count()).toBeGreaterThan(0)
    await page.goto(`/units/${open.unit.id}?page=999`)
    expect(page.url()).not.toContain('999')
    expect(await page.locator('.item').count()).toBeGreaterThan(0)
    await closeWindow(page)
  })

  test('browses from the tree to a unit and its answers without JavaScript', async () => {
    const page = await openPage({ javaScriptEnabled: false })
    await page.goto('/')
    await page.click(`a[href="/units/${open.unit.id}"]`)
    await page.waitForURL(`**/units/${open.unit.id}`)
    expect(await page.textContent('h1')).toBe(open.unit.name)
    expect(await page.locator('.item').count()).toBeGreaterThan(0)
    await closeWindow(page)
  })

  test.each(['/e/ZS999999', '/units/nowhere', '/nowhere/at/all'])(
    'is told at the missing address %s, without JavaScript too, and finds the search there',
    async (address) => {
      const page = await openPage({ javaScriptEnabled: false })
      const answer = await page.goto(address)
      expect(answer?.status()).toBe(404)
      expect(await page.textContent('h1')).toContain('没有找到')
      expect(await page.getAttribute('html', 'lang')).toBe('zh-CN')
      expect(await page.locator('input[name=q]').count()).toBeGreaterThan(0)
      await closeWindow(page)
    },
  )

  test('never meets a closed entry: not by number, not by its own title', async () => {
    const page = await openPage()
    const answer = await page.goto(`/e/${closed.number}`)
    expect(answer?.status()).toBe(404)
    await page.goto(`/search?q=${encodeURIComponent(closed.title)}`)
    expect(await page.locator(`a[href="/e/${closed.number}"]`).count()).toBe(0)
    expect(await page.textContent('main')).not.toContain(closed.summary)
    await closeWindow(page)
  })

  test('who finds nothing is told so, and to call 12345', async () => {
    const page = await openPage()
    await page.goto('/search?q=qzxjkwv')
    expect(await page.textContent('.nothing')).toContain('没有找到')
    expect(await page.getAttribute('.nothing a', 'href')).toBe('tel:12345')
    await closeWindow(page)
  })

  test('reads the interface in English where they ask for it', async () => {
    const page = await openPage()
    await page.goto(`/e/${open.number}`)
    await page.click('a[href="/language/en"]')
    expect(new URL(page.url()).pathname).toBe(`/e/${open.number}`)
    expect(await page.getAttribute('html', 'lang')).toBe('en')
    expect(await page.textContent('.facts')).toContain('Responsible unit')
    await closeWindow(page)
  })
})

describe('somebody signed in', () => {
  test('reads at the same address what is closed to citizens, and is warned', async () => {
    const page = await openPage({ as: 'agent' })
    await page.goto(`/e/${closed.number}`)
    expect(await page.textContent('h1')).toBe(closed.title)
    expect(await page.textContent('.warning')).toContain('未向市民公开')
    await closeWindow(page)
  })
})

describe('a search engine', () => {
  test('is led to what citizens may read, and to nothing else', async () => {
    const robots = await (await fetch(`${baseUrl}/robots.txt`)).text()
    expect(robots).toContain('Disallow: /desk')
    const address = /Sitemap: (\S+)/.exec(robots)?.[1] ?? ''
    const sitemap = await (await fetch(address)).text()
    expect(sitemap).toContain(`<loc>${baseUrl}/e/${open.number}</loc>`)
    expect(sitemap).not.toContain(closed.number)
  })

  test('is told one address of an answer however it was reached, and what it says', async () => {
    const page = await openPage()
    for (const path of [`/e/${open.number}`, `/e/${open.number.toLowerCase()}?from=here`]) {
      await page.goto(path)
      expect(await page.getAttribute('link[rel=canonical]', 'href')).toBe(
        `${baseUrl}/e/${open.number}`,
      )
      const said = await page.textContent('script[type="application/ld+json"]')
      const data = JSON.parse(said ?? '') as Record<string, unknown>
      expect(JSON.stringify(data)).toContain(JSON.stringify(open.summary).slice(1, -1))
      expect(JSON.stringify(data)).toContain(open.unit.name)
    }
    await closeWindow(page)
  })

  test('is told one address of a unit and of the first page, and none of a missing one', async () => {
    const page = await openPage()
    const canonical = () => page.locator('link[rel=canonical]')
    for (const path of ['/', `/units/${open.unit.id}`, `/units/${open.unit.id}?category=details`]) {
      await page.goto(path)
      expect(await canonical().getAttribute('href')).toBe(baseUrl + path)
      const said = await page.textContent('script[type="application/ld+json"]')
      expect(JSON.parse(said ?? '')).toMatchObject({ '@context': 'https://schema.org' })
    }
    await page.goto('/e/ZS999999')
    expect(await canonical().count()).toBe(0)
    await closeWindow(page)
  })

  test('is told nothing of what only staff may read, even where they look at it', async () => {
    const page = await openPage({ as: 'agent' })
    await page.goto(`/e/${closed.number}`)
    expect(await page.textContent('h1')).toBe(closed.title)
    expect(await page.locator('link[rel=canonical]').count()).toBe(0)
    expect(await page.locator('script[type="application/ld+json"]').count()).toBe(0)
    await closeWindow(page)
  })
})
