import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { password } from '../server/launch.mjs'
import { anyone, as, type Person } from '../server/people'
import type { Body } from './answers'
import { foundCity, hire, openAccount, unique } from './city'
import { copyOf, publish, review, submit, write } from './entries'
import { withKey } from './key'
import { about, lastLine, told } from './log'
import { opensPage } from './pages'

let city: Awaited<ReturnType<typeof foundCity>>
let operator: Person
beforeAll(async () => {
  city = await foundCity()
  operator = await as('operator')
}, 180_000)

describe('who signs in is on record', () => {
  const signIn = (username: string, word = password) =>
    anyone().post<Body>('/api/users/login', { username, password: word })

  it('8.13 every sign-in and sign-out', async () => {
    const worker = await hire(city.bureau, 'staff')
    await worker.post('/api/users/logout')
    const own = (await about(worker.id)).slice(1)
    expect(told(own)).toEqual([
      ['users.login', worker.id],
      ['users.logout', worker.id],
    ])
  })

  it('8.14 every failed one, the lock after five, and who unlocked', async () => {
    const { body } = await openAccount({ unit: city.bureau.id, roles: ['staff'] })
    const { id, username } = body.doc
    const wrong = '错误的口令'
    for (let n = 0; n < 5; n += 1) await signIn(String(username), wrong)
    await signIn(String(username))
    await operator.post('/api/users/unlock', { username })
    const lines = (await about(String(username), 'subjectName')).slice(1)
    const failed = { action: 'users.loginFailed', by: null, byName: null, subject: id }
    const password = { ...failed, details: { why: 'password' } }
    expect(lines).toMatchObject([
      ...[password, password, password, password, password],
      { action: 'users.locked', subject: id },
      { ...failed, details: { why: 'locked' } },
      { action: 'users.unlock', by: operator.id },
    ])
    expect(JSON.stringify(lines)).not.toContain(wrong)
  })

  it('8.15 of an account that is switched off', async () => {
    const worker = await hire(city.bureau, 'staff')
    await operator.patch(`/api/users/${worker.id}`, { isActive: false })
    expect((await signIn(worker.username)).status).toBe(403)
    const lines = await about(worker.id)
    expect(lines.at(-1)).toMatchObject({
      action: 'users.loginFailed',
      details: { why: 'inactive' },
    })
  })

  it('8.16 of an account that is not there without what was typed', async () => {
    const typed = `我的口令${unique()}`
    await signIn(typed, typed)
    const line = await lastLine()
    expect(line).toMatchObject({ action: 'users.loginFailed', subject: null, subjectName: null })
    expect(JSON.stringify(line)).not.toContain(typed)
  })
})

describe('who reads what is not open to the public is on record', () => {
  const readings = async (id: string, by: Person) =>
    (await about(id))
      .filter((line) => line.by === by.id && /read|list|history|entry/.test(String(line.action)))
      .map(({ action }) => action)

  it('8.17 a live text, over the API and on its page, once a minute', async () => {
    const entry = await publish(city, city.bureau, { openToUnits: true })
    const agent = await as('agent')
    const { stranger } = city
    await agent.get(`/api/entries/${entry.number}`)
    await agent.get(`/api/entries/${entry.number}`)
    expect(await opensPage(entry, stranger)).toBe(true)
    expect(await readings(entry.id, agent)).toEqual(['entry.read'])
    expect(await readings(entry.id, stranger)).toEqual(['entry.read'])
  })

  it('8.18 a live text that a machine reads', async () => {
    const entry = await publish(city, city.bureau)
    const apiKey = randomUUID()
    const named = { name: `系统${unique()}`, responsible: '王五', purpose: '来电弹屏' }
    const sent = { ...named, audience: 'agent', enableAPIKey: true, apiKey, unit: city.bureau.id }
    const { body } = await operator.post<Body>('/api/systems', sent)
    await withKey(apiKey).get(`/api/entries/${entry.number}`)
    const lines = await about(entry.id)
    expect(lines.at(-1)).toMatchObject({ action: 'key.entry', by: body.doc.id, byName: named.name })
  })

  it('8.19 the file of a live text', async () => {
    const body = new FormData()
    const pdf = `%PDF-1.4\n% ${unique()}\n1 0 obj<<>>endobj\nxref\n0 1\ntrailer<<>>\nstartxref\n9\n%%EOF`
    body.set('file', new Blob([pdf], { type: 'application/pdf' }), '指南.pdf')
    const answer = await city.editor.fetch('/api/media', { method: 'POST', body })
    const { doc } = (await answer.json()) as Body
    const attached = { attachments: [doc.id] }
    const [closed, agent] = [await publish(city, city.bureau, attached), await as('agent')]
    const path = `/files/${String(doc.hash)}/x.pdf`
    expect((await agent.fetch(path)).status).toBe(200)
    expect(await readings(closed.id, agent)).toEqual(['file.read'])
    const open = { ...attached, openToUnits: true, openToPublic: true }
    await publish(city, city.bureau, open)
    expect((await city.approver.fetch(path)).status).toBe(200)
    const files = (await about('file.read', 'action')).filter(({ by }) => by === city.approver.id)
    expect(files).toEqual([])
  })

  it('8.20 no line for what everybody may read, nor for lists and search results', async () => {
    const open = { openToUnits: true, openToPublic: true }
    const entry = await publish(city, city.bureau, open)
    const agent = await as('agent')
    await agent.get(`/api/entries/${entry.number}`)
    await anyone().get(`/api/public/entries/${entry.number}`)
    await agent.get('/api/entries')
    await agent.get(`/api/search?q=${encodeURIComponent(entry.title)}`)
    expect(await readings(entry.id, agent)).toEqual([])
  })

  it('8.21 a working copy, its versions and its history', async () => {
    const { editor, bureau, approver } = city
    const reader = await hire(bureau, 'approver')
    const entry = await submit(editor, await write(editor, bureau))
    await copyOf(reader, entry)
    await reader.get(`/api/knowledge/versions?where[parent][equals]=${entry.id}`)
    await reader.get(`/api/knowledge/${entry.id}/history`)
    expect(await readings(entry.id, reader)).toEqual(['knowledge.read', 'knowledge.history'])
    await review(approver, entry)
    await review(approver, entry)
    const opened = (await about(entry.id)).filter(({ by }) => by === approver.id)
    expect(opened.map(({ action }) => action)).toEqual(['review', 'knowledge.read'])
  })

  it('8.22 working copies taken as a list, with their numbers', async () => {
    const { editor, bureau } = city
    const entry = await write(editor, bureau)
    const reader = await hire(bureau, 'approver')
    await reader.get(`/api/knowledge?where[id][equals]=${entry.id}`)
    await reader.get(`/api/knowledge?where[id][equals]=${entry.id}&select[title]=true`)
    const lines = (await about(reader.id, 'by')).filter(({ action }) => action !== 'users.login')
    expect(lines).toMatchObject([
      { action: 'knowledge.list', details: { numbers: [`${entry.number}/1`] } },
    ])
  })
})
