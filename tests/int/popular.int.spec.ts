import { beforeAll, describe, expect, it } from '@jest/globals'
import { ask } from '../server/ask'
import { anyone, as, baseUrl, type Person } from '../server/people'
import { foundCity } from './city'
import { approve, publish, step, submit, write, type Entry } from './entries'
import { eventually, offered, others, rareWord, search, whenFound } from './searching'

let city: Awaited<ReturnType<typeof foundCity>>
let agent: Person
const open = { openToUnits: true, openToPublic: true }
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

/** Citizens that ask the same, each at an address of their own, or all at one. */
async function citizensAsk(text: string, many = 3, { isOnePlace = false, browser = firefox } = {}) {
  for (let each = 0; each < many; each += 1)
    await ask(`${baseUrl}/api/public/search?q=${encodeURIComponent(text)}`, {
      headers: { 'user-agent': `${browser} ${each}` },
      localAddress: `127.0.0.${isOnePlace ? 9 : 10 + each}`,
    })
}

async function peopleAsk(text: string) {
  for (const who of ['agent', 'centre', 'approver'] as const) await search(await as(who), text)
}

describe('热门查询', () => {
  let inside: Entry, outside: Entry
  const [word, citizens] = [rareWord(), rareWord(others)]
  const number = `${word}13800138000`

  // All questions first: they are counted some seconds later.
  beforeAll(async () => {
    city = await foundCity()
    agent = await as('agent')
    const titled = { openToUnits: true, title: `${word}怎么领取?` }
    const told = { ...titled, summary: '请拨打13800138000咨询。' }
    const named = { findings: ['mobileNumber'] }
    inside = await submit(city.editor, await write(city.editor, city.bureau, told), named)
    await approve(city.approver, inside, named)
    outside = await publish(city, city.bureau, { ...open, title: `${citizens}怎么领取?` })
    await whenFound(agent, inside, outside)
    await peopleAsk(`${word}领取`)
    for (let time = 0; time < 4; time += 1) await search(agent, `${word}怎么领`)
    await peopleAsk(number)
    await citizensAsk(`${citizens}领取`)
    await citizensAsk(`${citizens}怎么领`, 5, { isOnePlace: true })
    const robot = 'Mozilla/5.0 (compatible; Baiduspider/2.0)'
    await citizensAsk(`${citizens}怎么`, 5, { browser: robot })
    const isThere = (texts: string[]) => texts.length > 0
    await eventually(() => offered(agent, word), isThere)
    await eventually(() => offered(agent, citizens), isThere)
  }, 120_000)

  it('33.14 are offered once three different people asked and found something', async () => {
    expect(await offered(agent, word)).toEqual([`${word}领取`])
  })

  it('33.15 never hold a number of a person', async () => {
    expect((await offered(agent, '13800138000')).join()).not.toContain('138')
    expect(await offered(agent, number)).toEqual([])
  })

  it('33.16 of people inside are not offered to citizens; those of citizens are offered to both', async () => {
    expect(await offered(anyone(), word, '/api/public/suggest')).toEqual([])
    expect(await offered(anyone(), citizens, '/api/public/suggest')).toEqual([`${citizens}领取`])
    expect(await offered(agent, citizens)).toEqual([`${citizens}领取`])
  })

  it('52.8 are counted by people and by addresses, not by the browsers at one', async () => {
    expect(await offered(agent, `${citizens}怎么`)).toEqual([])
  })

  it('33.17 are offered only while the entry they found first is visible to who types', async () => {
    const closing = await step(city.approver, outside, 'close', { to: 'public' })
    expect(closing.status).toBe(200)
    expect(await offered(anyone(), citizens, '/api/public/suggest')).toEqual([])
    expect(await offered(agent, citizens)).toEqual([`${citizens}领取`])
    await step(city.approver, outside, 'withdraw', { kind: 'expired', sentence: '已停止办理' })
    expect(await offered(agent, citizens)).toEqual([])
  })
})
