import { expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { answered, ask, openDesk } from './atDesk'
import { closeWindow, faultsBy, openPage, phone } from './browser'
import { demoEntry } from './demoEntries'

const isDark = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.body).backgroundColor === 'rgb(17, 24, 31)')
const faint = (page: Page) => faultsBy(page, 'color-contrast')

test('the desk of who works in the dark is dark, and all of it can be read', async () => {
  const entry = await demoEntry({ isOpen: true })
  const page = await openDesk('/desk', {
    ...{ viewport: { width: 1366, height: 768 }, colorScheme: 'dark' },
  })
  expect(await isDark(page)).toBe(true)
  expect(await faint(page)).toEqual([])
  await page.keyboard.press('F2')
  await ask(page, '我家厨房着火了')
  await answered(page)
  expect(await faint(page)).toEqual([])
  await ask(page, entry.title)
  await answered(page)
  await page.keyboard.press('Enter')
  await page.waitForSelector('.desk-answer')
  await page.keyboard.press('c')
  await page.waitForSelector('.toast[data-shown]')
  expect(await faint(page)).toEqual([])
  await page.keyboard.press('F9')
  await page.waitForSelector('.desk-ending')
  expect(await faint(page)).toEqual([])
  await page.keyboard.press('Escape')
  await ask(page, 'qzx wvk jjq')
  await page.waitForSelector('.desk-none')
  await page.setViewportSize(phone)
  expect(await faint(page)).toEqual([])
  await closeWindow(page)
})

test('its other pages are dark too', async () => {
  const page = await openPage({ as: 'staff', colorScheme: 'dark' })
  for (const address of ['/desk/updates', '/desk/tasks', '/desk/following']) {
    await page.goto(address)
    expect(await isDark(page)).toBe(true)
    expect({ address, faint: await faint(page) }).toEqual({ address, faint: [] })
  }
  await closeWindow(page)
})
