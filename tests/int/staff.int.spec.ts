import { beforeAll, describe, expect, it } from '@jest/globals'
import { refusal } from './answers'
import { foundCity, hire, type Worker } from './city'
import { complete, copyOf, publish, review, save, step, submit, write } from './entries'
import { cannotManage } from './limits'
import { expectHidden, expectVisible } from './visible'

let city: Awaited<ReturnType<typeof foundCity>>
let staff: Worker
let neighbour: Worker
beforeAll(async () => {
  city = await foundCity()
  staff = await hire(city.bureau, 'staff')
  neighbour = await hire(city.elsewhere, 'staff')
})

describe('staff', () => {
  it('3.1 of the unit read what is approved, also what is not open', async () => {
    await expectVisible(await publish(city, city.bureau), staff)
  })

  it('3.2 of another unit never see what is not open', async () => {
    await expectHidden(await publish(city, city.bureau), neighbour)
  })

  it('3.3 of another unit read what is open to units', async () => {
    await expectVisible(await publish(city, city.bureau, { openToUnits: true }), neighbour)
  })

  it('3.4 of the unit above see what is below only where it is open: reading below is for editors and approvers', async () => {
    const above = await hire(city.county, 'staff')
    await expectHidden(await publish(city, city.bureau), above)
  })

  it('3.5 see no working copy, not even of their own unit', async () => {
    const entry = await submit(city.editor, await write(city.editor, city.bureau))
    await expectHidden(entry, staff)
    expect((await copyOf(staff, entry)).status).toBe(403)
    expect((await staff.get('/api/knowledge/versions')).status).toBe(403)
    expect(await review(staff, entry)).toMatchObject(refusal(404, 'notFound'))
    expect(await staff.get('/api/worklist')).toMatchObject(refusal(403, 'notAllowed'))
  })

  it('3.6 change nothing', async () => {
    const entry = await publish(city, city.bureau)
    expect(await staff.post('/api/knowledge', complete(city.bureau))).toMatchObject(
      refusal(403, 'notAllowed'),
    )
    expect(await save(staff, entry, { title: '改?' })).toMatchObject(refusal(404, 'notFound'))
    expect(await step(staff, entry, 'return', { reason: '不对' })).toMatchObject(
      refusal(403, 'notAllowed'),
    )
  })

  it('3.7 manage neither tree nor accounts nor keys, and read no log', async () => {
    await cannotManage(staff)
  })
})
