import { beforeAll, describe, expect, it } from '@jest/globals'
import { told } from '../server/told'
import { as } from '../server/people'
import { servedData } from '../server/run'
import { refusal, type Body } from './answers'
import { foundCity } from './city'
import { complete, save, saved, standing, write } from './entries'

let city: Awaited<ReturnType<typeof foundCity>>
beforeAll(async () => {
  city = await foundCity()
}, 180_000)

/** Longer than a title may be; Payload finds out after the register has moved. */
const tooLong = '长'.repeat(201)

describe('what is refused leaves nothing behind', () => {
  it('of a new entry: neither copy nor place in the worklist', async () => {
    const { editor, bureau } = city
    const before = (await editor.get<Body>('/api/worklist')).body.totalDocs
    const sent = { ...complete(bureau), title: tooLong }
    expect(await editor.post('/api/knowledge', sent)).toMatchObject(refusal(400, 'invalid'))
    expect((await editor.get<Body>('/api/worklist')).body.totalDocs).toBe(before)
  })

  it('of a save: title, category and revision stay, and the next save is taken', async () => {
    const { editor, bureau } = city
    const entry = await write(editor, bureau)
    const before = await standing(editor, entry)
    const sent = { title: tooLong, category: bureau.categories.powers }
    expect(await save(editor, entry, sent)).toMatchObject(refusal(400, 'invalid'))
    expect(await standing(editor, entry)).toEqual(before)
    expect((await saved(editor, entry, { summary: '这次可以' })).revision).toBe(2)
  })

  it('of a region merged into one with a unit of the same name: no unit has moved', async () => {
    const centre = await as('centre')
    const make = async (node: object) => (await centre.post<Body>('/api/nodes', node)).body.doc.id
    const tag = city.bureau.name.slice(-8)
    const from = await make({ kind: 'region', name: `子县${tag}` })
    const into = await make({ kind: 'region', name: `丑县${tag}` })
    const only = await make({ kind: 'department', name: '县粮食局', parent: from })
    await make({ kind: 'department', name: '县供销社', parent: from })
    await make({ kind: 'department', name: '县供销社', parent: into })
    const merged = await centre.post(`/api/nodes/${from}/merge`, { into })
    expect(merged).toMatchObject(refusal(400, 'invalid'))
    expect((await centre.get<Body>(`/api/nodes/${only}?depth=0`)).body).toMatchObject({
      parent: from,
    })
  })

  it('as the doctor says', async () => {
    const { output } = await told(servedData, 'doctor')
    expect(output).toContain('No violation')
  })
})
