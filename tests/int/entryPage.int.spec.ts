import { beforeAll, describe, expect, it } from '@jest/globals'
import { anyone, as, type Person } from '../server/people'
import { foundCity } from './city'
import { approve, publish, saved, submit, take, text, write, type Entry } from './entries'
import { written } from './tellAt'

const open = { openToUnits: true, openToPublic: true }
const withdrawal = { kind: 'inError', sentence: '内容有误，正在更正。' }

let city: Awaited<ReturnType<typeof foundCity>>
let centre: Person

beforeAll(async () => {
  ;[city, centre] = await Promise.all([foundCity(), as('centre')])
}, 180_000)

/** The page of an entry as citizens get it. */
async function pageOf({ number }: Pick<Entry, 'number'>) {
  const answer = await anyone().fetch(`/e/${number}`, { redirect: 'manual' })
  const html = (await answer.text()).replaceAll('<!-- -->', '')
  return { status: answer.status, location: answer.headers.get('location'), html }
}

/** The same of whoever has a session. */
async function pageFor(person: Person, { number }: Entry): Promise<string> {
  const headers = { Cookie: `payload-token=${person.token}`, Authorization: '' }
  return (await person.fetch(`/e/${number}`, { headers })).text()
}

/** Revised, saved and approved anew. */
async function changed(entry: Entry, data: object): Promise<Entry> {
  await take(city.editor, entry, 'revise')
  return approve(city.approver, await submit(city.editor, await saved(city.editor, entry, data)))
}

describe('where an answer was', () => {
  it('76.1 a withdrawn one leaves its sentence and whom to ask, not its title, and is gone (410)', async () => {
    const entry = await publish(city, city.bureau, open)
    await take(city.approver, entry, 'withdraw', withdrawal)
    const { status, html } = await pageOf(entry)
    expect(status).toBe(410)
    expect(html).toContain('<h1>这条内容已下架</h1>')
    expect(html).toMatch(/<title>这条内容已下架/)
    expect(html).toContain(withdrawal.sentence)
    expect(html).toContain(`href="/units/${city.bureau.id}"`)
    expect(html).not.toContain('没有找到这个页面')
    expect(html).not.toContain(entry.title)
  })

  it('76.2 a merged one leads to the one that stays for good (301), by its old number in small letters too', async () => {
    const [goes, stays] = [
      await publish(city, city.bureau, open),
      await publish(city, city.bureau, open),
    ]
    const into = { kind: 'merged', sentence: '已合并', successor: stays.id }
    await take(city.approver, goes, 'withdraw', into)
    for (const number of [goes.number, goes.number.toLowerCase()])
      expect(await pageOf({ number })).toMatchObject({
        ...{ status: 301, location: `/e/${stays.number}` },
      })
  })

  it('76.3 a deleted one is gone (410) without its words; restored, it is not told of before it is online again', async () => {
    const entry = await publish(city, city.bureau, open)
    await take(city.approver, entry, 'delete')
    const { status, html } = await pageOf(entry)
    expect(status).toBe(410)
    expect(html).toContain('<h1>这条内容已删除</h1>')
    expect(html).not.toContain(entry.title)
    await take(centre, entry, 'restore')
    expect((await pageOf(entry)).status).toBe(404)
  })

  it('76.4 of what citizens could not read to the last nothing is told', async () => {
    const internal = await publish(city, city.bureau)
    const closed = await publish(city, city.bureau, open)
    await take(city.approver, closed, 'close', { to: 'public' })
    for (const entry of [internal, closed]) {
      await take(city.approver, entry, 'delete')
      const { status, html } = await pageOf(entry)
      expect(status).toBe(404)
      expect(html).not.toContain('已删除')
    }
    const { status, html } = await pageOf({ number: 'ZS999999' })
    expect([status, html.includes('没有找到这个页面')]).toEqual([404, true])
  })

  it('76.5 an old address holds when the title, the category and the unit’s name change', async () => {
    const entry = await publish(city, city.bureau, open)
    const { policies: category } = city.bureau.categories
    const renamed = await changed(entry, { title: `换了名字的${entry.title}`, category })
    const name = `更名后的${city.bureau.name}`
    expect((await centre.patch(`/api/nodes/${city.bureau.id}`, { name })).status).toBe(200)
    const { status, html } = await pageOf(entry)
    expect([status, html.includes(renamed.title), html.includes(name)]).toEqual([200, true, true])
  })
})

describe('what changed of an answer', () => {
  it('76.6 is told to citizens word by word, from what they could read to what they can', async () => {
    const entry = await publish(city, city.bureau, {
      ...{ ...open, body: text('每周一办理，带身份证。') },
    })
    expect((await pageOf(entry)).html).not.toContain('看改了什么')
    await changed(entry, { body: text('每周二办理，带身份证。') })
    const { html } = await pageOf(entry)
    expect(html).toContain('看改了什么')
    expect(html).toMatch(/<del>.{0,99}?>一<.*?<\/del>/)
    expect(html).toMatch(/<ins>.{0,99}?>二<.*?<\/ins>/)
  })

  it('76.7 tells nothing of what was closed or withdrawn between, nor a person’s number that was struck out', async () => {
    const mobile = '13800138000'
    const confirmed = { findings: ['mobileNumber'] }
    const body = text(`每周一办理，找张三${mobile}。`)
    const entry = await write(city.editor, city.bureau, { ...open, body })
    await submit(city.editor, entry, confirmed)
    await approve(city.approver, entry, confirmed)
    const revised = await changed(entry, { body: text('每周二办理，找张三。') })
    const { html } = await pageOf(entry)
    expect(html).toContain('138****8000')
    expect(html).not.toContain(mobile)
    await take(city.approver, revised, 'withdraw', withdrawal)
    await take(city.approver, revised, 'resume')
    expect((await pageOf(entry)).html).not.toContain('看改了什么')
  })
})

describe('the page of an answer', () => {
  it('76.8 says what it is to those who show links to it, and has its address and a code of it without JavaScript', async () => {
    const entry = await publish(city, city.bureau, open)
    const { html } = await pageOf(entry)
    expect(html).toMatch(/<meta name="description" content="带身份证到窗口办理。"/)
    expect(html).toMatch(/<meta property="og:title" content="如何办理/)
    expect(html).toMatch(/<meta property="og:type" content="article"/)
    const address = /<meta property="og:url" content="([^"]+)"/.exec(html)?.[1] ?? 'none'
    expect(address).toMatch(new RegExp(`/e/${entry.number}$`))
    expect(html).toContain(`>${address}</span>`)
    expect(html.match(/<svg class="qr"/g)).toHaveLength(1)
    const icon = await anyone().fetch('/favicon.ico')
    expect([icon.status, icon.headers.get('content-type')]).toEqual([200, 'image/x-icon'])
  })

  it('76.9 says nothing of it where only staff may read it', async () => {
    const entry = await publish(city, city.bureau)
    const html = await pageFor(city.editor, entry)
    expect(html).toContain(entry.title)
    expect(html).not.toContain('og:title')
  })

  it('76.10 has a table of contents from three headings on', async () => {
    const heading = (words: string) => ({
      ...{ type: 'heading', tag: 'h2', version: 1, direction: 'ltr', format: '', indent: 0 },
      children: [
        { type: 'text', version: 1, format: 0, detail: 0, mode: 'normal', style: '', text: words },
      ],
    })
    const withHeadings = (...words: string[]) => {
      const body = text('说明。')
      return {
        root: {
          ...body.root,
          children: words.flatMap((one) => [heading(one), ...body.root.children]),
        },
      }
    }
    const [short, long] = [
      await publish(city, city.bureau, { ...open, body: withHeadings('条件', '材料') }),
      await publish(city, city.bureau, { ...open, body: withHeadings('条件', '材料', '流程') }),
    ]
    expect((await pageOf(short)).html).not.toContain('本页内容')
    const { html } = await pageOf(long)
    expect(html).toContain('本页内容')
    expect(html).toContain(`href="#${encodeURIComponent('s-流程')}"`)
    expect(html).toContain('<h2 id="s-流程">流程</h2>')
  })
})

describe('why an answer did not help', () => {
  const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
  const says = (entry: Entry, said: object, browser = firefox) =>
    anyone().fetch(`/api/public/entries/${entry.number}/helpful`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': browser },
      body: JSON.stringify(said),
    })
  const toldTo = async (person: Person, path: string) => {
    const headers = { Cookie: `payload-token=${person.token}`, Authorization: '' }
    return (await (await person.fetch(path, { headers })).text()).replaceAll('<!-- -->', '')
  }

  it('76.11 is counted by the day beside how many it did not help, and told to its unit; the last word of a browser holds', async () => {
    const entry = await publish(city, city.bureau, open)
    const said = await says(entry, { helpful: false, reason: 'unclear' })
    expect([said.status, await said.json()]).toEqual([
      ...[200, { number: entry.number, helpful: false, reason: 'unclear' }],
    ])
    for (const [reason, browser] of [
      ['outdated', firefox],
      ['outdated', `${firefox} a`],
      [undefined, `${firefox} b`],
    ] as const)
      await says(entry, { helpful: false, reason }, browser)
    await written()
    const record = await toldTo(city.editor, `/admin/views?entry=${entry.number}`)
    expect(record).toContain('有帮助 0 次，没帮助 3 次')
    expect(record).toContain('没帮助的原因：过期 2。')
    const others = await toldTo(city.stranger, `/admin/views?entry=${entry.number}`)
    expect(others).not.toContain('没帮助的原因')
  }, 240_000)

  it('76.12 without JavaScript is asked on the page to which 没帮助 led, and thanked for', async () => {
    const entry = await publish(city, city.bureau, open)
    const send = async (body: string) => {
      const answer = await anyone().fetch(`/api/public/entries/${entry.number}/helpful`, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          ...{ 'user-agent': firefox, 'sec-fetch-site': 'same-origin' },
        },
        body,
      })
      return answer.headers.get('location') ?? ''
    }
    const asked = await (await anyone().fetch(await send('helpful=false'))).text()
    for (const reason of ['看不懂', '过期', '不适用', '没解决']) expect(asked).toContain(reason)
    const leadsTo = await send('helpful=false&reason=notApplicable')
    expect(leadsTo).toBe(`/e/${entry.number}?helpful=false&reason=notApplicable#helpful`)
    expect(await (await anyone().fetch(leadsTo)).text()).toContain('已记录原因：不适用')
  })

  it('76.13 is one of four, and nothing that helped has one', async () => {
    const entry = await publish(city, city.bureau, open)
    for (const wrong of [
      { helpful: false, reason: '随便' },
      { helpful: true, reason: 'outdated' },
    ])
      expect((await says(entry, wrong)).status).toBe(400)
  })
})
