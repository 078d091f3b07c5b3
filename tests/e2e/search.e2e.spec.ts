import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { found, hire, type Unit } from '../int/city'
import { publish, type Entry } from '../int/entries'
import { others, rareWord, whenFound } from '../int/searching'
import { as } from '../server/people'
import { openPage, violationsOf } from './browser'

let unit: Unit
let entry: Entry
let other: Entry
const known = rareWord()
const asked = rareWord(others)

beforeAll(async () => {
  unit = await found('department', '市公积金中心')
  const people = { editor: await hire(unit, 'editor'), approver: await hire(unit, 'approver') }
  const open = { openToUnits: true, openToPublic: false }
  entry = await publish(people, unit, { ...open, title: `${known}怎么领取?` })
  other = await publish(people, unit, { ...open, title: `${known}在哪里领取?` })
  await whenFound(await as('agent'), entry, other)
  const centre = await as('centre')
  await centre.post('/api/judgements', { query: asked, entry: other.number })
}, 120_000)
async function openNew(slug: string): Promise<Page> {
  const page = await openPage({ as: 'centre', locale: 'zh-CN' })
  page.setDefaultTimeout(60_000)
  await page.goto(`/admin/collections/${slug}/create`)
  await page.getByRole('heading', { level: 1, name: /^新增/ }).waitFor()
  return page
}

const trialOf = (page: Page) => page.getByRole('region', { name: '试算' })

describe('the centre', () => {
  test('adds a group of synonyms after trying it, and the agent finds by the other word', async () => {
    const page = await openNew('terms')
    for (const word of [known, asked]) {
      await page.click('.field-type.has-many input')
      await page.keyboard.type(word)
      await page.keyboard.press('Enter')
    }
    const trial = trialOf(page)
    await trial.getByRole('button', { name: '试算' }).click()
    await trial.getByRole('rowheader', { name: asked }).waitFor()
    expect(await violationsOf(page, '.zk-trial')).toEqual([])
    await page.click('#action-save')
    await page.getByText('同义词或专用词').first().waitFor()
    await page.waitForURL(/terms/)
    const desk = await openPage({ as: 'agent', locale: 'zh-CN' })
    desk.setDefaultTimeout(60_000)
    await desk.goto(`/desk?q=${encodeURIComponent(asked)}`)
    await desk.getByText(entry.title).first().waitFor()
  })

  test('pins an entry for a query after seeing what it does, and the agent finds it first', async () => {
    const page = await openNew('placements')
    await page.fill('#field-query', `${known}，`)
    await page.click('#field-kind')
    await page.click('.rs__option:has-text("置顶")')
    await page.fill('input[name=entry]', other.title)
    await page.keyboard.press('Enter')
    await page.getByRole('radio', { name: other.title }).check()
    await page.fill('#field-reason', '来电最多')
    const trial = trialOf(page)
    await trial.getByRole('button', { name: '试算' }).click()
    const after = trial.locator('section', { has: page.getByRole('heading', { name: '保存后' }) })
    await after.locator('li').first().getByText(other.title).waitFor()
    expect(await violationsOf(page, '.zk-trial')).toEqual([])
    await page.click('#action-save')
    await page.waitForURL(/\/admin\/collections\/placements(?!\/create)/)
    const agent = await as('agent')
    const { body } = await agent.get<{ hits: { number: string }[] }>(
      `/api/search?q=${encodeURIComponent(known)}`,
    )
    expect(body.hits[0]?.number).toBe(other.number)
  })
})
