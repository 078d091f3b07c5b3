import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import type { TreeUnit } from '@/reading/readTree'
import { anyone, as } from '../server/people'
import { answered, ask, openDesk } from './atDesk'
import { closeWindow, openPage } from './browser'
import { demoEntry } from './demoEntries'

let open: Awaited<ReturnType<typeof demoEntry>>

beforeAll(async () => {
  open = await demoEntry({ isOpen: true })
})
const chosenAt = (page: Page) =>
  page.locator('.desk-filters select').evaluateAll((all) => {
    return all.map((each) => (each as HTMLSelectElement).value).filter(Boolean)
  })

const namesIn = (units: readonly TreeUnit[]): string[] =>
  units.flatMap(({ name, units }) => [name, ...namesIn(units)])

describe('filters at the desk', () => {
  test('end with their question: another one, written over it, is asked everywhere', async () => {
    const page = await openDesk()
    await ask(page, open.title)
    await answered(page)
    await page.selectOption('select[name=library]', 'knowledge')
    await page.selectOption('select[name=unit]', open.unit.id)
    await ask(page, '怎样办理')
    expect(await chosenAt(page)).toEqual([])
    expect(new URL(page.url()).search).not.toContain('unit')
    await closeWindow(page)
  })

  test('end when the box is emptied', async () => {
    const page = await openDesk()
    await ask(page, '医保')
    await page.selectOption('select[name=library]', 'knowledge')
    await page.fill('#desk-box', '')
    expect(await chosenAt(page)).toEqual([])
    await closeWindow(page)
  })

  test('stay while the same question is worded further', async () => {
    const page = await openDesk()
    await ask(page, '医保')
    await page.selectOption('select[name=library]', 'knowledge')
    await page.focus('#desk-box')
    await page.keyboard.press('End')
    await page.keyboard.type('怎么缴')
    await page.keyboard.press('Backspace')
    expect(await chosenAt(page)).toEqual(['knowledge'])
    await closeWindow(page)
  })

  test('are for the next question where they were chosen before it, by an input method too', async () => {
    const page = await openDesk()
    await page.selectOption('select[name=library]', 'knowledge')
    await compose(page, ['y', 'yi', 'yibao'], '医保')
    expect(await page.inputValue('#desk-box')).toBe('医保')
    expect(await chosenAt(page)).toEqual(['knowledge'])
    await page.keyboard.press('ControlOrMeta+a')
    await compose(page, ['s', 'she', 'shebao'], '社保')
    expect(await page.inputValue('#desk-box')).toBe('社保')
    expect(await chosenAt(page)).toEqual([])
    await closeWindow(page)
  })

  test('offer every unit in the order of the tree, the own one first', async () => {
    const agent = await as('agent')
    const { body } = await agent.get<{ units: TreeUnit[] }>('/api/tree')
    const page = await openDesk()
    for (const words of ['', open.title]) {
      await ask(page, words)
      await answered(page)
      const names = await page.locator('select[name=unit] option').allTextContents()
      const [every, own, ...others] = names.map((name) => name.trim().replace(/（\d+）$/, ''))
      expect(every).toBe('全部单位')
      const expected = namesIn(body.units)
      expect(expected.map((name) => `本单位 · ${name}`)).toContain(own)
      expect(others).toEqual(expected.filter((name) => own !== `本单位 · ${name}`))
    }
    await closeWindow(page)
  })
})

/** Types as an input method does: what is half made stands in the box and is written over. */
async function compose(page: Page, steps: string[], words: string): Promise<void> {
  await page.focus('#desk-box')
  const client = await page.context().newCDPSession(page)
  for (const text of steps) {
    const end = text.length
    await client.send('Input.imeSetComposition', { text, selectionStart: end, selectionEnd: end })
  }
  await client.send('Input.insertText', { text: words })
}

describe('filters on the portal', () => {
  test('end with their question, without JavaScript too', async () => {
    const page = await openPage({ javaScriptEnabled: false })
    await page.goto(`/search?q=${encodeURIComponent(open.title)}&library=knowledge&freshness=365`)
    await page.fill('#q', '怎样办理')
    await page.click('.search button')
    expect(new URL(page.url()).search).toBe(`?q=${encodeURIComponent('怎样办理')}`)
    await closeWindow(page)
  })

  test('offer every unit in the order of the tree, without JavaScript too', async () => {
    const { body } = await anyone().get<{ units: TreeUnit[] }>('/api/public/tree')
    const page = await openPage({ javaScriptEnabled: false })
    await page.goto(`/search?q=${encodeURIComponent(open.title)}`)
    const names = await page.locator('#unit option').allTextContents()
    const [, ...units] = names.map((name) => name.trim().replace(/（\d+）$/, ''))
    expect(units).toEqual(namesIn(body.units))
    await page.selectOption('#unit', open.unit.id)
    await page.click('.narrowing-unit button')
    const { searchParams } = new URL(page.url())
    expect(searchParams.get('unit')).toBe(open.unit.id)
    expect(searchParams.get('q')).toBe(open.title)
    // The address is another before the page is read.
    await page.locator(`.results a[href="/e/${open.number}"]`).first().waitFor()
    await closeWindow(page)
  })

  test('of a unit are those of its page, which says so', async () => {
    const page = await openPage({ javaScriptEnabled: false })
    await page.goto(`/units/${open.unit.id}`)
    expect(await page.textContent('label[for=q]')).toBe(`在“${open.unit.name}”内查找`)
    await page.fill('#q', open.title)
    await page.click('.search button')
    expect(await page.textContent('.narrowing')).toContain(`在“${open.unit.name}”内查找`)
    await page.goto(`/units/${open.unit.id}`)
    await page.fill('#q', open.title)
    await page.click('text=搜索全市')
    expect([...new URL(page.url()).searchParams]).toEqual([['q', open.title]])
    await closeWindow(page)
  })
})

describe('each hit', () => {
  test.each([
    ['the desk', '/desk', '.desk-hit', '.desk-summary', '.desk-passage'],
    ['the portal', '/search', '.item', '.item-summary', '.item-passage'],
  ])('at %s says the answer before the passage', async (_, path, hit, summary, passage) => {
    const page = await openPage({ as: 'agent' })
    await page.goto(`${path}?q=${encodeURIComponent(open.title)}`)
    // Notices have no answer to be read aloud.
    const found = [passage, summary].reduce(
      (hits, part) => hits.filter({ has: page.locator(part) }),
      page.locator(hit),
    )
    const isBefore = await found.evaluateAll(
      (hits, [summary, passage]) =>
        hits.map((each) => {
          const [answer, place] = [summary, passage].map((name) => each.querySelector(name ?? ''))
          const order = place && answer?.compareDocumentPosition(place)
          return order === Node.DOCUMENT_POSITION_FOLLOWING
        }),
      [summary, passage],
    )
    expect(isBefore.length).toBeGreaterThan(0)
    expect(isBefore).not.toContain(false)
    await closeWindow(page)
  })
})
