import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { closeWindow, openLive, openPage, phone } from './browser'

/** What people ask, in words that stand neither in the answer's title nor among its other questions. */
const asked = [
  ['孩子刚出生去哪里报户口', '新生儿怎样上户口？'],
  ['身份证掉了怎么补', '外地人身份证丢了能在本市补办吗？'],
  ['租房子能取公积金吗', '租房怎样提取住房公积金？'],
  ['老板不发工资找谁', '单位拖欠工资怎样投诉？'],
  ['去外地住院医保能报销吗', '到外省看病怎样办理异地就医备案？'],
  ['失业了能领多少钱', '失业保险金怎样申领？'],
  ['电瓶车上牌照要带什么', '电动自行车怎样上牌？'],
  ['低保怎么申请', '最低生活保障怎样申请？'],
  ['驾照快过期了怎么换', '驾驶证到期怎样换证？'],
  ['暂住证怎么办', '外地户籍人员怎样办理居住证？'],
] as const

/** The answers that stand first: the sure one, then what was found. */
const firstOf = async (page: Page): Promise<string[]> => {
  const titles = page.locator('.sure h2, .items .item h3')
  await titles.first().waitFor()
  return (await titles.allTextContents()).slice(0, 3)
}

/** An answer is one that says what to do, who answers for it, and whom to call. */
async function mustAnswer(page: Page, title: string): Promise<void> {
  await page.waitForURL('**/e/**')
  expect(await page.textContent('h1')).toBe(title)
  expect((await page.textContent('.summary'))?.length).toBeGreaterThan(30)
  expect(await page.locator('.facts a[href^="/units/"]').count()).toBeGreaterThan(0)
  expect(await page.locator('main a[href^="tel:"]').count()).toBeGreaterThan(0)
}

describe('on an old phone without JavaScript, a citizen types', () => {
  let page: Page

  beforeAll(async () => {
    page = await openPage({ javaScriptEnabled: false, viewport: phone })
  })
  afterAll(() => closeWindow(page))

  test.each(asked)('“%s” and has the answer %s first', async (words, title) => {
    await page.goto('/')
    await page.fill('#q', words)
    await page.click('form.search button')
    await page.waitForURL('**/search?**')
    expect((await firstOf(page))[0]).toBe(title)
    await page.click(`:is(.sure h2, .item h3) a:has-text("${title}")`)
    await mustAnswer(page, title)
  })

  test.each([
    ['huzhao', '普通护照怎样办理？'],
    ['jiehundengji', '结婚登记怎样预约？'],
    ['gljt', '高龄津贴怎样申领？'],
  ])('%s, by sound or initials, and has %s first', async (words, title) => {
    await page.goto('/')
    await page.fill('#q', words)
    await page.click('form.search button')
    await page.waitForURL('**/search?**')
    expect((await firstOf(page))[0]).toBe(title)
  })
})

describe('without typing, a citizen', () => {
  let page: Page

  beforeAll(async () => {
    page = await openPage({ javaScriptEnabled: false, viewport: phone })
  })
  afterAll(() => closeWindow(page))

  test('goes from the first page to a department, its services, and the answer', async () => {
    await page.goto('/')
    await page.click('.directory a:has-text("云澜市公安局")')
    // Whom to call stands above all answers, which on a phone are a long way.
    const call = await page.locator('.unit-phone a[href^="tel:"]').first().boundingBox()
    expect(call?.y).toBeLessThan(phone.height / 2)
    await page.click('.chips a:has-text("公共服务")')
    await page.click('.item h3 a:has-text("普通护照怎样办理？")')
    await mustAnswer(page, '普通护照怎样办理？')
  })

  test('goes from the first page to a county, its own body, and the answer', async () => {
    await page.goto('/')
    await page.click('.region summary:has-text("石渡县")')
    await page.click('.region[open] a:has-text("石渡县")')
    await page.click('.item h3 a:has-text("石渡县临时救助怎样申请？")')
    await mustAnswer(page, '石渡县临时救助怎样申请？')
  })

  test('meets on the first page the events of life before all lists, and as latest answers answers alone', async () => {
    await page.goto('/')
    const heads = await page.locator('main h2').allTextContents()
    expect(heads[0]).toBe('按主题查找')
    const latest = await page.locator('[aria-labelledby=latest] .item-facts').allTextContents()
    expect(latest.length).toBeGreaterThan(4)
    expect(latest.filter((facts) => /公告|统计|简报|案件/.test(facts))).toEqual([])
  })

  test('goes by an event of life, and finds another one among its answers by a word', async () => {
    await page.goto('/')
    await page.click('section[aria-labelledby=by-theme] a:has-text("看病")')
    await page.fill('#q', '慢性病')
    await page.click('form.search button:has-text("搜索") >> nth=0')
    await page.waitForURL('**theme=health**')
    expect((await firstOf(page))[0]).toBe('门诊慢特病资格怎样认定？')
    expect(await page.textContent('.narrowing')).toContain('在“看病”内查找')
    await page.click('.item h3 a:has-text("门诊慢特病资格怎样认定？")')
    await mustAnswer(page, '门诊慢特病资格怎样认定？')
  })

  test('finds whom to call in the directory, and when the hotline answers among the notices', async () => {
    await page.goto('/')
    await page.click('.site-nav a[href="/contacts"]')
    await page.fill('#q', '医保')
    await page.click('form.search button')
    await page.waitForURL('**/contacts?q=**')
    const found = page.locator('.contacts > li:visible', { hasText: '云澜市医疗保障局' })
    expect(await found.locator('a[href^="tel:"]').count()).toBeGreaterThan(0)
    await page.click('.site-nav a[href="/notices"]')
    await page.click('.item h3 a:has-text("关于12345热线国庆假期服务安排的通知")')
    expect(await page.textContent('h1')).toBe('关于12345热线国庆假期服务安排的通知')
  })
})

describe('results', () => {
  test('are narrowed by a theme, of which each says how many it leaves, and widened again', async () => {
    const page = await openPage({ javaScriptEnabled: false })
    await page.goto(`/search?q=${encodeURIComponent('补贴')}`)
    const all = await page.locator('.item, .sure').count()
    await page.click('.narrowing summary')
    const theme = page.locator('.narrowing-group a', { hasText: '养老' })
    const counted = Number(await theme.locator('.count').textContent())
    await theme.click()
    await page.waitForURL('**theme=retirement**')
    expect(await page.locator('.item, .sure').count()).toBe(counted)
    expect(counted).toBeLessThan(all)
    await page.click('text=不限主题')
    expect(await page.locator('.item, .sure').count()).toBe(all)
    await closeWindow(page)
  })

  test('of a theme are suggested from that theme alone while one types', async () => {
    const page = await openPage({ viewport: phone })
    await openLive(page, '/themes/retirement', '#q')
    await page.fill('#q', '高龄')
    await page.waitForSelector('[role=option] > span:text-is("高龄津贴怎样申领？")')
    await page.fill('#q', '公租房')
    await page.waitForSelector('[role=option]', { state: 'detached' })
    await page.fill('#q', '优待证')
    await page.waitForSelector('[role=option] > span:text-is("老年人优待证怎样办理？")')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL('**theme=retirement**')
    await closeWindow(page)
  })
})
