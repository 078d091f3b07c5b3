import { beforeAll, describe, expect, it } from '@jest/globals'
import { as, type Person } from '../server/people'
import { refusal, type Body } from './answers'
import { foundCity, hire, type Worker } from './city'
import { complete, publish, saved, write, type Entry } from './entries'

let city: Awaited<ReturnType<typeof foundCity>>
let editor: Worker
let theirs: Entry
beforeAll(async () => {
  city = await foundCity()
  editor = city.editor
  theirs = await write(city.stranger, city.elsewhere, { title: '机密如何查询?', basis: '机密文号' })
  await write(editor, city.bureau)
})

const ask = (query: string) => editor.get<Body>(`/api/knowledge?${query}`)

describe('questions that would tell what is hidden', () => {
  it.each([
    'where[entry.writers][like]=a',
    'where[entry.state][equals]=draft',
    'where[entry.submitter][exists]=false',
    'where[state][equals]=draft',
    'where[or][0][entry.lock][greater_than]=0',
    'sort=entry.writers',
    'sort=-entry.lock',
    'sort=entry.state',
  ])('11.30 the register is not asked through the copies: %s', async (query) => {
    expect(await ask(query)).toMatchObject(refusal(400, 'invalid'))
  })

  it.each(['hash', 'salt', 'resetPasswordToken', 'loginAttempts', 'lockUntil', 'password'])(
    '11.31 nobody asks by secrets of accounts: %s',
    async (field) => {
      const people = [editor, await as('operator'), await as('agent')]
      for (const person of people) {
        const found = await person.get<Body>(`/api/users?where[${field}][exists]=true&limit=1`)
        const told = found.status === 200 ? found.body.docs.flatMap((row) => Object.keys(row)) : []
        expect(told).not.toContain(field.split('.')[0])
      }
    },
  )

  it.each(['where[hash][like]=a', 'where[salt][like]=a', 'sort=hash', 'sort=salt'])(
    '11.32 the secrets of accounts cannot be guessed letter by letter: %s',
    async (query) => {
      const operator = await as('operator')
      expect((await operator.get(`/api/users?${query}`)).status).toBe(400)
      expect((await editor.get(`/api/users?${query}`)).status).toBe(400)
    },
  )

  it.each(['apiKey', 'apiKeyIndex'])(
    '11.33 keys cannot be guessed letter by letter: %s',
    async (field) => {
      const operator = await as('operator')
      expect((await operator.get(`/api/systems?where[${field}][like]=a`)).status).toBe(400)
      expect((await operator.get(`/api/systems?sort=${field}`)).status).toBe(400)
    },
  )

  it('11.34 an entry refers only to what its writer may read, and no order or search leads through a reference', async () => {
    const reference = complete(city.bureau, { related: [theirs.id] })
    expect(await editor.post('/api/knowledge', reference)).toMatchObject(refusal(400, 'invalid'))
    for (const query of [
      'sort=related.title',
      'sort=title,-related.basis',
      'sort=-category.name',
    ]) {
      expect(await ask(query)).toMatchObject(refusal(400, 'invalid'))
    }
    const found = await ask('where[related.title][like]=机密')
    expect(found.body.docs).toEqual([])
  })

  it.each([
    'where[body.root.children.text][like]=a',
    'where[body.root][equals]=%27',
    'where[or][0][body.root.x][greater_than]=1',
  ])('11.35 nobody asks for what lies inside a text: %s', async (query) => {
    expect(await ask(query)).toMatchObject(refusal(400, 'invalid'))
  })

  it.each([
    ...['where[id][in][0]=x%27)%20or%201=1%20--', 'where[title][equals]=%27%20or%201=1--'],
    ...['where=a', 'where[or]=1', 'where[and][0]=1', 'where[title]=a', 'where[title][foo]=1'],
    ...['where[title][like][x]=1', 'sort=%27', 'sort[]=title', 'limit=-1', 'limit=abc', 'page=-1'],
    ...[
      'depth=-5',
      'depth=1e9',
      'select[hash]=true',
      'select=abc',
      'locale=%27',
      'joins[x][limit]=1',
    ],
  ])(
    '11.36 a question that makes no sense is answered or refused, and shows no other unit: %s',
    async (query) => {
      const { status, body } = await ask(query)
      expect(status).toBeLessThan(500)
      expect(JSON.stringify(body)).not.toContain(theirs.number)
    },
  )

  it('11.37 a worklist asked in a way it does not know is refused', async () => {
    const wrong = [
      'unit[like]=a',
      'category[]=a',
      'state=open',
      'library=users',
      'page=0',
      'page=x',
    ]
    for (const query of wrong) {
      expect(await editor.get(`/api/worklist?${query}`)).toMatchObject(refusal(400, 'invalid'))
    }
  })
})

describe('answers that would show more than they should', () => {
  it.each([
    'depth=10',
    'depth=2&populate[users][hash]=true',
    'select[entry]=true&depth=2',
    'showHiddenFields=true',
  ])(
    '11.38 an entry shows neither the register’s row nor other people nor texts of other units: %s',
    async (query) => {
      const { status, body } = await ask(`${query}&limit=100`)
      expect(status).toBe(200)
      const text = JSON.stringify(body)
      expect(text).not.toMatch(/"(writers|lock|intent|submitter|hash|salt|sessions|apiKey)"/)
      expect(text).not.toContain('机密')
    },
  )

  it('11.39 versions are those of one’s own unit', async () => {
    await saved(city.stranger, theirs, { summary: '另一版机密' })
    const where = `where[parent][equals]=${theirs.id}`
    const versions = await editor.get<Body>(`/api/knowledge/versions?${where}&depth=2`)
    expect(versions.body.docs).toEqual([])
    const counted = await editor.get<Body>(`/api/knowledge/versions/count?${where}`)
    expect(counted.body.totalDocs ?? 0).toBe(0)
    const all = await city.stranger.get<Body>(`/api/knowledge/versions?${where}`)
    expect(all.body.docs).toHaveLength(2)
    const one = await editor.get(`/api/knowledge/versions/${all.body.docs[0]?.id}`)
    expect([403, 404]).toContain(one.status)
  })

  it('11.40 people see their own account only, and no secret of it', async () => {
    const { body } = await editor.get<Body>('/api/users?depth=2&limit=0')
    expect(body.docs.map(({ id }) => id)).toEqual([editor.id])
    const secret = ['hash', 'salt', 'resetPasswordToken', 'apiKey']
    expect(secret.filter((name) => name in (body.docs[0] ?? {}))).toEqual([])
    const other = await editor.get(`/api/users/${city.approver.id}`)
    expect(other.status).toBe(404)
    expect((await editor.get<Body>('/api/users/count')).body.totalDocs).toBe(1)
  })

  it('11.41 a decision shows who took it to those who may read the copy, and to nobody else', async () => {
    const entry = await publish(city, city.bureau, { openToUnits: true, openToPublic: true })
    const path = `/api/knowledge/${entry.id}/history`
    const other = await hire(city.elsewhere, 'approver')
    expect(await other.get(path)).toMatchObject(refusal(404, 'notFound'))
    expect((await city.approver.get<Body>(path)).body.docs).toHaveLength(2)
  })

  it('11.42 the pages of versions are those of one’s own unit, the settings’ is the centre’s', async () => {
    const pageFor = async (person: Person, path: string) => {
      const headers = { Cookie: `payload-token=${person.token}`, Authorization: '' }
      return (await person.fetch(path, { headers })).text()
    }
    const where = `where[parent][equals]=${theirs.id}`
    const all = await city.stranger.get<Body>(`/api/knowledge/versions?${where}`)
    const list = `/admin/collections/knowledge/${theirs.id}/versions`
    for (const path of [list, `${list}/${all.body.docs[0]?.id}`]) {
      expect(await pageFor(city.stranger, path)).toContain('保存人')
      expect(await pageFor(editor, path)).not.toContain('保存人')
    }
    const [settings, closed] = ['/admin/globals/settings', '<title>没有这个页面']
    expect(await pageFor(await as('centre'), settings)).not.toContain(closed)
    expect(await pageFor(editor, settings)).toContain(closed)
  })
})
