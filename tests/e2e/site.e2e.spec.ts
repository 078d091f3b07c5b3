import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import type { SiteSeen } from '@/workflow/site/readSite'
import { hire, hotline, unique, type Worker } from '../int/city'
import { as } from '../server/people'
import { confirm, openEntry, said } from './admin'
import { closeWindow, laptop, mustBeFine, openPage } from './browser'

let leader: Worker
let begun: SiteSeen['live']

beforeAll(async () => {
  leader = await hire(await hotline(), 'approver')
  begun = (await (await as('centre')).get<SiteSeen>('/api/siteVersions/now')).body.live
}, 60_000)

/** What others meet after this is the site as it was. */
afterAll(async () => {
  const centre = await as('centre')
  const draft = async () => (await centre.get<SiteSeen>('/api/siteVersions/now')).body.draft
  const seen = async () => {
    const { revision, hash } = (await draft())!
    return { revision, hash }
  }
  const left = await draft()
  if (left?.state === 'pending') await centre.post('/api/siteVersions/recall', await seen())
  const sent = { content: begun, startedFrom: (await draft())?.hash ?? null }
  await centre.post('/api/siteVersions/save', sent)
  await centre.post('/api/siteVersions/submit', await seen())
  await leader.post('/api/siteVersions/open', await seen())
  const confirmed = ['legality', 'accuracy', 'timeliness', 'standard', 'confidentiality']
  await leader.post('/api/siteVersions/approve', { ...(await seen()), confirmed })
}, 60_000)

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

describe('the city’s site', () => {
  test('is drafted by the centre, previewed, approved by its leader, and then met by citizens', async () => {
    const name = `城${unique()}`
    const page = await openEntry('centre')
    await page.goto('/admin/site')
    await page.fill('input[name=name]', name)
    await page.fill('input[name=color]', '#ffe08a')
    expect(await page.textContent('main')).toContain('白字放在上面看不清')
    await button(page, '保存草稿')
    await page.waitForSelector('.zk-site__form [role=alert]:has-text("这个颜色太浅")')
    expect(await page.inputValue('input[name=name]')).toBe(name)
    await page.fill('input[name=color]', '#7a1f2b')
    const side = { width: 128, height: 128, channels: 4 as const, background: '#7a1f2b' }
    const buffer = await sharp({ create: side }).png().toBuffer()
    await page.setInputFiles('input[type=file]', {
      ...{ name: '标志.png', mimeType: 'image/png', buffer },
    })
    await page.fill('textarea[name=privacy]', `# ${name}\n- 不收集个人信息`)
    await button(page, '保存草稿')
    await said(page, '草稿已保存')
    await page.waitForSelector('.zk-differences :has-text("#7a1f2b")')
    await mustBeFine(page)

    const address = (await page.getAttribute('a[href*="/preview/site/"]', 'href')) ?? ''
    const preview = await openPage({ as: 'centre', viewport: laptop })
    await preview.goto(address)
    expect(await preview.textContent('.site-mark')).toContain(name)
    await mustBeFine(preview)
    await preview.click('.site-previews a:has-text("隐私说明")')
    await preview.waitForSelector(`h2:has-text("${name}")`)
    await mustBeFine(preview)
    await closeWindow(preview)

    const citizen = await openPage({ viewport: laptop })
    await citizen.goto('/privacy')
    expect(await citizen.textContent('body')).not.toContain(name)
    await button(page, '提交审批')
    await confirm(page)
    await said(page, '已提交')
    await closeWindow(page)

    const deciding = await openEntry(leader.username)
    await deciding.goto('/admin')
    await deciding.click('.zk-nav a:has-text("网站设置")')
    await deciding.waitForSelector('.zk-differences :has-text("#7a1f2b")')
    await mustBeFine(deciding)
    await button(deciding, '审批通过')
    await confirm(deciding)
    await deciding.waitForSelector('.zk-dialog [role=alert]:has-text("请先逐项确认")')
    for (const box of await deciding.locator('.zk-dialog input[type=checkbox]').all())
      await box.check()
    await confirm(deciding)
    await said(deciding, '已审批')
    await closeWindow(deciding)

    await citizen.reload()
    expect(await citizen.textContent('.site-mark')).toContain(name)
    expect(await citizen.textContent('h2')).toBe(name)
    expect(await citizen.getAttribute('.site-mark img', 'src')).toMatch(/^\/emblem\.png\?v=/)
    await closeWindow(citizen)
    // In each view the colour is legible, and nothing stands out of a phone.
    for (const view of ['usual', 'elder'])
      for (const colorScheme of ['light', 'dark'] as const) {
        const shown = await openPage({ viewport: laptop, colorScheme })
        await shown.goto(`/view/${view}`)
        for (const path of ['/', '/privacy', '/contacts']) {
          await shown.goto(path)
          await mustBeFine(shown)
        }
        await closeWindow(shown)
      }
  }, 240_000)
})
