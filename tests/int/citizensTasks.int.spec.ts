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
  const browser = { 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101' }
  const tellPublicly = (path: string, body: object) =>
    ask<Body>(`${baseUrl}/api/public/${path}`, {
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
    expect([status, answered.get('location')]).toEqual([303, '/report?sent=true'])
  })
})
