import { beforeAll, describe, expect, it } from '@jest/globals'
import type { TaskWhole } from '@/workflow/tasks/readTasks'
import { ask } from '../server/ask'
import { anyone, as, baseUrl, type Person } from '../server/people'
import { refusal, type Body } from './answers'
import { foundCity, unique } from './city'
import { publish, step } from './entries'
import { closed, seen, taken } from './tasks'
import { settled } from './tellAt'

let city: Awaited<ReturnType<typeof foundCity>>
let centre: Person

beforeAll(async () => {
  ;[city, centre] = await Promise.all([foundCity(), as('centre')])
}, 60_000)

describe('a citizen', () => {
  const pageOf = async (path: string) => (await anyone().fetch(path)).text()
  const browser = { 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101' }
  const tellPublicly = (path: string, body: object) =>
    ask<Body & { receipt: string }>(`${baseUrl}/api/public/${path}`, {
      method: 'POST',
      headers: { ...browser, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })

  it('60.15 tells of an error without an account, and nothing of them is kept', async () => {
    const entry = await publish(city, city.bureau, { openToUnits: true, openToPublic: true })
    const sent = { entry: entry.number, sentence: '电话打不通，我的手机 13812345678' }
    expect(await tellPublicly('corrections', sent)).toMatchObject({ status: 200 })
    const again = { entry: entry.number, sentence: '地址也不对。' }
    const { number } = (await tellPublicly('corrections', again)).body
    const { tasks } = (
      await city.editor.get<{ tasks: TaskWhole[] }>(`/api/tasks?entry=${entry.number}`)
    ).body
    expect(tasks).toMatchObject([{ number, count: 2, about: '电话打不通，我的手机 138****5678' }])
    const { reports } = await seen(city.editor, tasks[0]?.id ?? '')
    expect(reports.map(({ byName, words }) => [byName, words])).toContainEqual([
      null,
      '地址也不对。',
    ])
  })

  it('60.16 tells of nothing in what they may not read', async () => {
    const entry = await publish(city, city.bureau, { openToUnits: true })
    const sent = { entry: entry.number, sentence: '有误。' }
    expect(await tellPublicly('corrections', sent)).toMatchObject(refusal(404, 'notFound'))
    expect(await tellPublicly('corrections', {})).toMatchObject(refusal(400, 'invalid'))
  })

  it('60.17 tells of what they did not find, which only what citizens find closes', async () => {
    const word = unique()
    const { number } = (await tellPublicly('gaps', { query: `${word}怎么申领` })).body
    const { tasks } = (await centre.get<{ tasks: TaskWhole[] }>('/api/tasks?kind=gap')).body
    const id = tasks.find((task) => task.number === number)?.id ?? ''
    await taken(centre, id, 'reassign', { unit: city.bureau.id, reason: '请民政局提供。' })
    const entry = await publish(city, city.bureau, { title: `${word}怎么申领?`, openToUnits: true })
    await taken(city.editor, id, 'link', { entry: entry.number })
    await settled()
    expect((await seen(city.editor, id)).state).toBe('answered')
    await step(city.approver, entry, 'open', { to: 'public' })
    await closed(city.editor, id)
  })

  it('60.18 without JavaScript is led to a page that thanks', async () => {
    const body = new URLSearchParams({ query: `${unique()}在哪里办` })
    const form = 'application/x-www-form-urlencoded'
    const headers = { ...browser, 'Content-Type': form, 'Sec-Fetch-Site': 'same-origin' }
    const { status, headers: answered } = await anyone().fetch('/api/public/gaps', {
      ...{ method: 'POST', headers, body },
    })
    expect(status).toBe(303)
    const location = answered.get('location') ?? ''
    expect(location).toMatch(/^\/report\?sent=true&receipt=[\w-]+:[\w-]+$/)
    expect(await pageOf(location)).toContain('查看办理结果')
    expect(await pageOf(location.replace('sent=true&', ''))).toContain('待受理')
  })

  it('60.50 hears by the receipt alone what became of it, in their own words, of what they may read', async () => {
    const entry = await publish(city, city.bureau, { openToUnits: true, openToPublic: true })
    const telling = async (sentence: string) =>
      (await tellPublicly('corrections', { entry: entry.number, sentence })).body
    const first = await telling('电话打不通。')
    const second = await telling('地址也不对，我的手机 13812345678')
    expect(second.number).toBe(first.number)
    const { tasks } = (
      await city.editor.get<{ tasks: TaskWhole[] }>(`/api/tasks?entry=${entry.number}`)
    ).body
    const heard = (of = second) => pageOf(`/report?receipt=${of.receipt}`)
    expect(await heard()).toContain('地址也不对，我的手机 138****5678')
    expect(await heard()).not.toContain('电话打不通')
    await taken(city.editor, tasks[0]?.id ?? '', 'uphold', { sentence: '属实，已改。' })
    for (const said of ['已核实，正在处理', '属实，已改。', city.bureau.name, entry.title])
      expect(await heard()).toContain(said)
    expect(await heard()).not.toContain(city.editor.username)
    await step(city.approver, entry, 'close', { to: 'public' })
    expect(await heard()).not.toContain(entry.title)
    const { status } = await anyone().fetch(`/report?receipt=${tasks[0]?.id}:1`)
    expect(status).toBe(404)
  })

  it('60.51 is not told by it what people told', async () => {
    const query = `${unique()}在哪里办`
    const told = await centre.post<{ tasks: { id: string }[] }>('/api/tasks', {
      kind: 'gap',
      query,
    })
    const [task] = told.body.tasks
    const me = (await centre.get<{ user: { id: string } }>('/api/users/me')).body.user
    const { status } = await anyone().fetch(`/report?receipt=${task?.id}:${me.id}`)
    expect(status).toBe(404)
  })
})
