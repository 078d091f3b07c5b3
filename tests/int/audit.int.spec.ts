import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { password } from '../server/launch.mjs'
import { anyone, as, type Person } from '../server/people'
import { runScript, servedData } from '../server/run'
import type { Body } from './answers'
import { found, foundCity, openAccount, unique } from './city'
import { approve, complete, saved, step, submit, write } from './entries'
import { about, lastLine, told } from './log'

let city: Awaited<ReturnType<typeof foundCity>>
let auditor: Person
let operator: Person
let centre: Person
beforeAll(async () => {
  city = await foundCity()
  ;[auditor, operator, centre] = await Promise.all([as('auditor'), as('operator'), as('centre')])
}, 180_000)

describe('what people write is on record', () => {
  it('8.6 every save and every step of a text: what, who, which revision', async () => {
    const { editor, approver, bureau } = city
    const text = complete(bureau, { summary: '绝密的答复口径' })
    const first = await write(editor, bureau, text)
    const second = await saved(editor, first, { summary: '另一个绝密口径' })
    await submit(editor, second)
    await step(editor, second, 'recall')
    await submit(editor, second)
    await approve(approver, second)
    const lines = await about(first.id)
    expect(told(lines)).toEqual([
      ['knowledge.create', editor.id],
      ['knowledge.save', editor.id],
      ['knowledge.submit', editor.id],
      ['knowledge.recall', editor.id],
      ['knowledge.submit', editor.id],
      ['review', approver.id],
      ['knowledge.approve', approver.id],
    ])
    expect(lines.map(({ revision }) => revision)).toEqual([1, 2, 2, 2, 2, 2, 2])
    expect(lines.every(({ byName, at }) => byName === '某人' && at)).toBe(true)
    expect(lines.at(-1)?.subjectName).toBe(`${first.number} ${first.title}`)
    expect(JSON.stringify(lines)).not.toContain('绝密')
  })

  it('8.7 what was refused is not told as done', async () => {
    const { editor, approver, stranger, bureau } = city
    const entry = await submit(editor, await write(editor, bureau))
    expect((await step(approver, entry, 'approve', { confirmed: true })).status).toBe(400)
    expect((await step(stranger, entry, 'recall')).status).toBe(404)
    const unsaved = await editor.patch(`/api/knowledge/${entry.id}`, { title: 'x', startedFrom: 1 })
    expect(unsaved.status).toBe(409)
    const lines = await about(entry.id)
    expect(told(lines).map(([action]) => action)).toEqual(['knowledge.create', 'knowledge.submit'])
  })

  it('8.8 the tree', async () => {
    const unit = await found('department', '市测绘局')
    await centre.patch(`/api/nodes/${unit.id}`, { name: `市测绘局${unique()}` })
    await centre.patch(`/api/nodes/${unit.id}`, { order: 77 })
    await centre.patch(`/api/nodes/${unit.id}`, { form: 'park' })
    const category = unit.categories.powers
    await centre.delete(`/api/nodes/${category}`)
    const actions = ['node.create', 'node.rename', 'node.order', 'node.update']
    expect(told(await about(unit.id))).toEqual(actions.map((action) => [action, centre.id]))
    expect(told(await about(category)).at(-1)).toEqual(['node.delete', centre.id])
  })

  it('8.9 accounts and passwords, and who changed them', async () => {
    const { body } = await openAccount({ unit: city.bureau.id, roles: ['staff'] })
    const { id, username } = body.doc
    await operator.patch(`/api/users/${id}`, { name: '改名', roles: ['editor'] })
    await operator.patch(`/api/users/${id}`, { isActive: true })
    const person = await as(String(username))
    const next = `${password}-neu1`
    await person.post('/api/users/change-password', { current: 'not this one', next })
    await person.post('/api/users/change-password', { current: password, next })
    const lines = await about(id)
    expect(lines).toMatchObject([
      { action: 'users.create', by: operator.id },
      { action: 'users.update', by: operator.id, details: { changed: ['name', 'roles'] } },
      { action: 'users.login', by: id },
      { action: 'users.loginFailed', by: null, details: { why: 'password' } },
      { action: 'users.password', by: id, subjectName: username },
    ])
    expect(JSON.stringify(lines)).not.toContain(password)
  })

  it('8.10 keys of systems, without the key', async () => {
    const unit = city.bureau.id
    const named = { name: `系统${unique()}`, responsible: '王五', purpose: '来电弹屏', unit }
    const [apiKey, other] = [randomUUID(), randomUUID()]
    const sent = { ...named, audience: 'agent', enableAPIKey: true, apiKey }
    const { body } = await operator.post<Body>('/api/systems', sent)
    const path = `/api/systems/${body.doc.id}`
    await operator.patch(path, { responsible: '赵六' })
    await operator.patch(path, { apiKey: other })
    await operator.delete(path)
    const lines = await about(body.doc.id)
    expect(lines).toMatchObject([
      { action: 'systems.create', by: operator.id },
      { action: 'systems.update', details: { changed: ['responsible'] } },
      { action: 'systems.update', details: { changed: ['apiKey'] } },
      { action: 'systems.delete', by: operator.id },
    ])
    expect(JSON.stringify(lines)).not.toContain(apiKey)
    expect(JSON.stringify(lines)).not.toContain(other)
  })

  it('8.11 a file, and who had it out of the working copies', async () => {
    const body = new FormData()
    const pdf = '%PDF-1.4\n1 0 obj<<>>endobj\nxref\n0 1\ntrailer<<>>\nstartxref\n9\n%%EOF'
    body.set('file', new Blob([pdf], { type: 'application/pdf' }), '指南.pdf')
    const answer = await city.editor.fetch('/api/media', { method: 'POST', body })
    const { doc } = (await answer.json()) as Body
    await city.approver.fetch(`/api/media/file/${String(doc.filename)}`)
    expect(await about(doc.id)).toMatchObject([
      { action: 'media.create', by: city.editor.id, subjectName: '指南.pdf' },
      { action: 'media.read', by: city.approver.id },
    ])
  })

  it('8.12 a command, under the account of the operating system', async () => {
    await runScript('run', ['reindex'], { ZHIKU_DATA_DIR: servedData })
    const lines = await about('reindex', 'subjectName')
    expect(lines.at(-1)).toMatchObject({ action: 'command.run', byName: expect.any(String) })
  })
})

describe('the log itself', () => {
  it('8.23 is read by the auditor alone', async () => {
    const line = `/api/audit/${(await lastLine()).id}`
    expect((await auditor.get(line)).status).toBe(200)
    expect((await anyone().get('/api/audit')).status).toBe(401)
    for (const account of ['agent', 'staff', 'editor', 'approver', 'centre', 'operator'] as const) {
      const person = await as(account)
      for (const path of ['/api/audit', line, '/api/audit/count']) {
        expect([account, (await person.get(path)).status]).toEqual([account, 403])
      }
    }
  })

  it('8.24 is filtered by what was done, by whom and when', async () => {
    const { editor, bureau } = city
    const before = new Date().toISOString()
    const entry = await write(editor, bureau)
    const where = [
      'where[action][equals]=knowledge.create',
      `where[by][equals]=${editor.id}`,
      `where[at][greater_than]=${before}`,
    ]
    const { body } = await auditor.get<Body>(`/api/audit?${where.join('&')}`)
    expect(body.docs.map(({ subject }) => subject)).toEqual([entry.id])
  })

  it('8.25 is one unbroken chain after thirty wrote at once, and says so', async () => {
    const { editor, bureau } = city
    const texts = Array.from({ length: 30 }, () => write(editor, bureau))
    const entries = await Promise.all(texts)
    for (const { id } of entries) {
      expect(told(await about(id))).toEqual([['knowledge.create', editor.id]])
    }
    const { code, output } = await runScript('run', ['audit:verify'], {
      ZHIKU_DATA_DIR: servedData,
    })
    expect([code, output]).toEqual([0, expect.stringContaining('whole and unchanged')])
  })
})
