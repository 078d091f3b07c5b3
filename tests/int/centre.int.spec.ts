import { beforeAll, describe, expect, it } from '@jest/globals'
import { as, type Person } from '../server/people'
import { refusal } from './answers'
import { foundCity } from './city'
import {
  complete,
  copyOf,
  history,
  publish,
  review,
  save,
  standing,
  step,
  submit,
  write,
} from './entries'
import { cannotManageAccounts } from './limits'
import { expectVisible } from './visible'

let city: Awaited<ReturnType<typeof foundCity>>
let centre: Person
beforeAll(async () => {
  city = await foundCity()
  centre = await as('centre')
})

describe('the centre', () => {
  it('6.1 reads every working copy with its history and where it stands', async () => {
    const entry = await submit(city.editor, await write(city.editor, city.bureau))
    expect((await copyOf(centre, entry)).body.title).toBe(entry.title)
    expect((await review(centre, entry)).body).toMatchObject({ state: 'pending', steps: [] })
    expect(await history(centre, entry)).toHaveLength(1)
    expect(await standing(centre, entry)).toMatchObject({ state: 'pending' })
  })

  it('6.2 reads every live text, also what is not open', async () => {
    await expectVisible(await publish(city, city.bureau), centre)
  })

  it('6.3 approves and returns nothing of the units', async () => {
    const entry = await submit(city.editor, await write(city.editor, city.bureau))
    await review(centre, entry)
    const approving = await step(centre, entry, 'approve', { confirmed: true })
    expect(approving).toMatchObject(refusal(403, 'notAllowed'))
    const returning = await step(centre, entry, 'return', { reason: '不行' })
    expect(returning).toMatchObject(refusal(403, 'notAllowed'))
  })

  it('6.4 writes no entry of a unit and saves none by a plain save', async () => {
    const entry = await write(city.editor, city.bureau)
    const created = await centre.post('/api/knowledge', complete(city.bureau))
    expect(created).toMatchObject(refusal(403, 'notAllowed'))
    expect(await save(centre, entry, { title: '改?' })).toMatchObject(refusal(403, 'notAllowed'))
    expect(await step(centre, entry, 'submit')).toMatchObject(refusal(403, 'notAllowed'))
  })

  it('6.5 manages no accounts and no keys, and reads no log', async () => {
    await cannotManageAccounts(centre)
    expect(await centre.get('/api/audit')).toMatchObject({ status: 403 })
  })

  it.each(['relocate', 'purge', 'nothing'])(
    '6.6 what follows from the tree or the trash is no step anybody asks for: %s',
    async (name) => {
      const entry = await publish(city, city.bureau)
      expect((await step(centre, entry, name, { reason: '试' })).status).toBe(404)
      expect(await standing(centre, entry)).toMatchObject({ state: 'approved', liveRevision: 1 })
    },
  )
})
