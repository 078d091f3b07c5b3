import { describe, expect, test } from '@jest/globals'
import { foundCity, unique } from '../int/city'
import { copyOf, write } from '../int/entries'
import { as } from '../server/people'
import { choose, openEntry, said } from './admin'
import { closeWindow, laptop, mustBeFine, openLive, openPage, phone, violationsOf } from './browser'

describe('a citizen', () => {
  test('finds answers by an event of life without JavaScript, and goes on to another one', async () => {
    const page = await openPage({ javaScriptEnabled: false, viewport: phone })
    await page.goto('/')
    await page.click('section[aria-labelledby=by-theme] a:has-text("住房")')
    expect(await page.textContent('h1')).toBe('住房')
    const title = await page.locator('.item h3 a').first().textContent()
    expect(await page.locator('.item').count()).toBeGreaterThan(5)
    await page.locator('.item h3 a').first().click()
    expect(await page.textContent('h1')).toBe(title)
    await page.click('.facts a[href="/themes/housing"]')
    await page.click('nav a[href="/themes/birth"]')
    expect(await page.textContent('h1')).toBe('生育')
    expect(await page.textContent('nav a[aria-current=page]')).toContain('生育')
    await closeWindow(page)
  })

  test('meets pages of themes that are in order, filled, empty and gone', async () => {
    const centre = await as('centre')
    const title = `主题${unique()}`.slice(0, 12)
    const { body } = await centre.post<{ doc: { id: string } }>('/api/keptThemes', { title })
    const page = await openPage({ viewport: laptop })
    for (const path of ['/themes/housing', `/themes/${body.doc.id}`, '/themes/nothing']) {
      await page.goto(path)
      await mustBeFine(page)
    }
    await page.goto('/language/en')
    await page.goto('/themes/housing')
    expect(await page.textContent('.chips')).toContain('住房')
    await mustBeFine(page)
    await closeWindow(page)
    await centre.delete(`/api/keptThemes/${body.doc.id}`)
  }, 120_000)
})

describe('themes', () => {
  test('are chosen by an editor from the centre’s list, several', async () => {
    const city = await foundCity()
    const draft = await write(city.editor, city.bureau)
    const page = await openEntry(city.editor.username)
    await openLive(page, `/admin/collections/knowledge/${draft.id}`, '#field-themes input')
    await choose(page, '#field-themes', '生育')
    await choose(page, '#field-themes', '看病')
    await page.click('#action-save:not([disabled])')
    await said(page, '更新成功')
    expect((await copyOf(city.editor, draft)).body.themes).toEqual(['birth', 'health'])
    expect(await violationsOf(page)).toEqual([])
    await closeWindow(page)
  }, 120_000)

  test('are listed in their order and added by the centre', async () => {
    const page = await openEntry('centre')
    await page.goto('/admin/collections/keptThemes')
    await page.getByRole('link', { name: '生育', exact: true }).waitFor()
    const names = await page.locator('tbody a').allTextContents()
    expect(names.slice(0, 3)).toEqual(['生育', '上学', '就业'])
    await mustBeFine(page)
    await openLive(page, '/admin/collections/keptThemes/create', '#field-title')
    const title = `主题${unique()}`.slice(0, 12)
    await page.fill('#field-title', title)
    // Payload's own head of a form stands outside its regions.
    expect(await violationsOf(page, 'main form')).toEqual([])
    const saved = page.waitForResponse(
      (answer) => answer.url().includes('/api/keptThemes') && answer.request().method() === 'POST',
    )
    await page.click('#action-save:not([disabled])')
    expect((await saved).status()).toBe(201)
    const centre = await as('centre')
    await page.goto('/admin/collections/keptThemes')
    await page.getByRole('link', { name: title }).waitFor()
    const { body } = await centre.get<{ docs: { id: string }[] }>(
      `/api/keptThemes?where[title][equals]=${encodeURIComponent(title)}`,
    )
    const [kept] = body.docs
    expect((await centre.delete(`/api/keptThemes/${kept?.id}`)).status).toBe(200)
    await closeWindow(page)
  }, 120_000)
})
