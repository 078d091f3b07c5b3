import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Payload, PayloadRequest } from 'payload'
import { notes, openGate, transactionOf } from './gate'

const folder = mkdtempSync(join(tmpdir(), 'zhiku-lost-'))
const longest = 300
let payload: Payload

beforeAll(async () => {
  payload = await openGate(join(folder, 'gate.db'), { longest })
})
afterAll(async () => {
  await payload.destroy()
  rmSync(folder, { recursive: true, force: true })
})

const create = (title: string, req?: PayloadRequest) =>
  payload.db.create({ collection: notes, data: { title }, req })

/** Keeps the thread to itself for so long that the watchdog is the next to be heard. */
function hog(): void {
  const until = Date.now() + longest + 100
  while (Date.now() < until);
}

describe('a write whose transaction is undone while it gives way to others', () => {
  it.each<[string, (req: PayloadRequest) => PayloadRequest | undefined]>([
    ['with its req', (req) => req],
    ['without', () => undefined],
  ])('is refused and not written outside of it, %s', async (_, given) => {
    const lost = transactionOf(payload, async (req) => {
      await create('before', req)
      await turn()
      hog()
      await create('after', given(req))
    })
    await expect(lost).rejects.toMatchObject({ status: 503 })
    const { docs } = await payload.db.find({ collection: notes })
    expect(docs).toEqual([])
  })
})
