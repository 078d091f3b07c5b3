import { setTimeout as pause } from 'node:timers/promises'
import { beforeAll, describe, expect, it } from '@jest/globals'
import type { Person } from '../server/people'
import { as, anyone } from '../server/people'
import { refusal, type Body } from './answers'
import { found, foundCity, hire, unique } from './city'

type Batch = {
  id: string
  state: string
  counts: Record<string, number>
  columns: { heading: string; field: string | null }[]
  mayTakeBack: boolean
}
type Rows = { docs: { line: number; outcome: string; result: string | null; number: string }[] }

const headings = [
  ...['问答标题', '问答答案', '相似问法', '关键词', '问答提供部门', '内容生效时间', '内容失效时间'],
  ...['类目路径(多级类目用/分隔)', '适用地区', '办理链接'],
]
const sheetOf = (rows: readonly (readonly string[])[]) =>
  [headings, ...rows].map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n')
const rowOf = (title: string, unit = '') => [
  ...[title, '带身份证到窗口办理。', '', '', unit, '', '', '公共服务', '', ''],
]

let city: Awaited<ReturnType<typeof foundCity>>
beforeAll(async () => {
  city = await foundCity()
})

const send = async (person: Person, text: string, library = 'knowledge') => {
  const name = encodeURIComponent('知识.csv')
  const answer = await person.fetch(`/api/imports?library=${library}&name=${name}`, {
    ...{ method: 'POST', body: text },
    headers: { 'Content-Type': 'text/csv' },
  })
  return { status: answer.status, body: (await answer.json()) as Batch & Body }
}

/** Until the server has done what was asked. */
async function until(person: Person, id: string, ...states: string[]): Promise<Batch> {
  for (let n = 0; n < 600; n += 1) {
    const { body } = await person.get<Batch>(`/api/imports/${id}`)
    if (states.includes(body.state)) return body
    await pause(100)
  }
  throw new Error(`The batch ${id} does not come to ${states.join(', ')}.`)
}

async function planned(person: Person, text: string, more: object = {}): Promise<Batch> {
  const { body } = await send(person, text)
  const columns = Object.fromEntries(body.columns.map(({ heading, field }) => [heading, field]))
  const { status } = await person.post(`/api/imports/${body.id}/plan`, { columns, ...more })
  expect(status).toBe(200)
  return until(person, body.id, 'planned')
}

const options = { submit: true, openToUnits: 'sheet', openToPublic: 'sheet' }
const rowsOf = async (person: Person, id: string) =>
  (await person.get<Rows>(`/api/imports/${id}/rows`)).body.docs

describe('an import', () => {
  it.each(['agent', 'staff', 'approver', 'operator', 'auditor', 'evaluator'])(
    '77.1 is nothing for a person who is %s',
    async (role) => {
      const person = await as(role)
      expect(await send(person, sheetOf([rowOf('如何？')]))).toMatchObject(
        refusal(403, 'notAllowed'),
      )
      expect(await person.get<Body>('/api/imports')).toMatchObject(refusal(403, 'notAllowed'))
    },
  )

  it('77.2 is nothing for whoever is not signed in', async () => {
    expect(await send(anyone(), sheetOf([rowOf('如何？')]))).toMatchObject(
      refusal(401, 'notSignedIn'),
    )
    expect(await anyone().get<Body>('/api/imports')).toMatchObject(refusal(401, 'notSignedIn'))
  })

  it('77.3 is there for who brought it and for the centre; to another unit’s editor it is not', async () => {
    const batch = await planned(city.editor, sheetOf([rowOf(`如何${unique()}？`)]))
    const colleague = await hire(city.bureau, 'editor')
    const paths = ['', '/rows', '/result?as=csv'].map((path) => `/api/imports/${batch.id}${path}`)
    for (const other of [city.stranger, colleague]) {
      for (const path of paths) {
        expect((await other.fetch(path)).status).toBe(404)
      }
      for (const doing of ['plan', 'start', 'stop', 'takeBack']) {
        const path = `/api/imports/${batch.id}/${doing}`
        expect(await other.post<Body>(path, { columns: {} })).toMatchObject(
          refusal(404, 'notFound'),
        )
      }
      const { body } = await other.get<{ docs: Batch[] }>('/api/imports')
      expect(body.docs.map(({ id }) => id)).not.toContain(batch.id)
    }
    const centre = await as('centre')
    expect((await centre.fetch(paths[0] ?? '')).status).toBe(200)
  })

  it('77.4 of an editor goes into the own unit alone, and makes no unit', async () => {
    const title = `如何${unique()}？`
    const text = sheetOf([rowOf(title, city.elsewhere.name), rowOf(`${title}又？`, '没有的单位')])
    const batch = await planned(city.editor, text)
    expect(batch.counts).toMatchObject({ new: 0, refused: 2 })
    const columns = Object.fromEntries(batch.columns.map(({ heading, field }) => [heading, field]))
    for (const answer of ['make', { unit: city.elsewhere.id }]) {
      const sent = { columns, units: { 没有的单位: answer } }
      const path = `/api/imports/${batch.id}/plan`
      expect(await city.editor.post<Body>(path, sent)).toMatchObject(refusal(400, 'invalid'))
    }
  })

  it('77.5 tells nobody that an entry of another unit is there, by its number', async () => {
    const other = await planned(city.stranger, sheetOf([rowOf(`如何${unique()}？`)]))
    await city.stranger.post(`/api/imports/${other.id}/start`, { overwrite: 'none' })
    await until(city.stranger, other.id, 'done')
    const [{ number } = { number: '' }] = await rowsOf(city.stranger, other.id)
    const text = `编号,标题,答案\r\n${number},偷看？,到窗口。\r\nZS999999,没有？,到窗口。`
    const batch = await planned(city.editor, text)
    const said = (await rowsOf(city.editor, batch.id)).map((row) =>
      JSON.stringify((row as unknown as { said: object }).said).replaceAll(/ZS\d+/g, ''),
    )
    expect(number).toMatch(/^ZS\d{6}$/)
    expect(said[0]).toBe(said[1])
  })

  it('77.6 publishes and approves nothing: submitted, it waits for the approver of its unit', async () => {
    const title = `如何办理${unique()}？`
    const batch = await planned(city.editor, sheetOf([rowOf(title)]), {
      options: { ...options, openToUnits: 'yes', openToPublic: 'yes' },
    })
    await city.editor.post(`/api/imports/${batch.id}/start`, { overwrite: 'none' })
    await until(city.editor, batch.id, 'done')
    const [row] = await rowsOf(city.editor, batch.id)
    expect(row?.result).toBe('submitted')
    const { body } = await city.approver.get<Body>('/api/worklist?state=pending')
    expect(body.docs.find(({ number }) => number === row?.number)).toMatchObject({
      state: 'pending',
      liveRevision: null,
    })
    const search = `/api/public/search?q=${encodeURIComponent(title)}`
    const { body: found } = await anyone().get<{ hits: { title: string }[] }>(search)
    expect(found.hits.map((hit) => hit.title)).not.toContain(title)
  })

  it('77.7 is written by nobody around it: no door of the framework leads to its rows', async () => {
    const centre = await as('centre')
    for (const slug of ['importBatches', 'importRows', 'importCells']) {
      for (const person of [centre, city.editor, await as('operator')]) {
        expect((await person.get(`/api/${slug}`)).status).toBeGreaterThanOrEqual(400)
        expect((await person.post(`/api/${slug}`, { name: 'x' })).status).toBeGreaterThanOrEqual(
          400,
        )
        expect((await person.patch(`/api/${slug}/any`, {})).status).toBeGreaterThanOrEqual(400)
        expect((await person.delete(`/api/${slug}/any`)).status).toBeGreaterThanOrEqual(400)
      }
    }
  })

  it('77.8 of cases is the centre’s alone', async () => {
    const text = '标题,内容,结果,单位\r\n路灯,不亮,已修,x'
    expect(await send(city.editor, text, 'cases')).toMatchObject(refusal(403, 'notAllowed'))
    expect((await send(await as('centre'), text, 'cases')).status).toBe(201)
  })

  it('77.9 is taken back as a whole, and not once somebody worked on one of it', async () => {
    const title = `如何撤回${unique()}？`
    const batch = await planned(city.editor, sheetOf([rowOf(title), rowOf(`${title}二？`)]))
    await city.editor.post(`/api/imports/${batch.id}/start`, { overwrite: 'none' })
    await until(city.editor, batch.id, 'done')
    const { body } = await city.editor.get<Body>('/api/worklist?state=draft')
    const entry = body.docs.find((one) => one.title === title)
    const saved = { startedFrom: 1, summary: '由人改写。' }
    expect((await city.editor.patch(`/api/knowledge/${entry?.id}`, saved)).status).toBe(200)
    const path = `/api/imports/${batch.id}/takeBack`
    const refused = await city.editor.post<Body>(path)
    expect(refused).toMatchObject(refusal(409, 'changedMeanwhile'))
    expect(refused.body.detail).toContain(String(entry?.number))
    const next = await planned(city.editor, sheetOf([rowOf(`${title}三？`)]))
    await city.editor.post(`/api/imports/${next.id}/start`, { overwrite: 'none' })
    expect((await until(city.editor, next.id, 'done')).mayTakeBack).toBe(true)
    expect((await city.editor.post(`/api/imports/${next.id}/takeBack`)).status).toBe(200)
    await until(city.editor, next.id, 'takenBack')
    const after = await city.editor.get<Body>('/api/worklist?state=draft')
    expect(after.body.docs.map((one) => one.title)).not.toContain(`${title}三？`)
  })

  it('77.10 of the centre goes into each unit, and makes those that it is told to', async () => {
    const centre = await as('centre')
    const name = `市新${unique()}局`
    const text = sheetOf([
      rowOf(`如何${unique()}？`, name),
      rowOf(`如何${unique()}？`, city.elsewhere.name),
    ])
    const batch = await planned(centre, text, { units: { [name]: 'make' }, options })
    expect(batch.counts).toMatchObject({ new: 2, refused: 0 })
    await centre.post(`/api/imports/${batch.id}/start`, { overwrite: 'none' })
    await until(centre, batch.id, 'done')
    expect((await rowsOf(centre, batch.id)).map(({ result }) => result)).toEqual([
      ...['submitted', 'submitted'],
    ])
    const { body } = await centre.get<Body>(
      `/api/nodes?where[name][equals]=${encodeURIComponent(name)}`,
    )
    expect(body.totalDocs).toBe(1)
  })

  it('77.11 that cannot be read is refused with a sentence, and leaves nothing', async () => {
    const township = await found('department', '市试点局')
    const editor = await hire(township, 'editor')
    for (const text of ['', '%PDF-1.7', '标题,答案']) {
      const { status, body } = await send(editor, text)
      expect([status, body.code]).toEqual([400, 'invalid'])
      expect(body.detail).toMatch(/[\u4e00-\u9fff]/)
    }
    expect((await editor.get<{ total: number }>('/api/imports')).body.total).toBe(0)
  })
})
