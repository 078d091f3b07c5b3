import { describe, expect, it } from '@jest/globals'
import type { PayloadRequest } from 'payload'
import { inTransaction } from '@/workflow/inTransaction'

const conflict = Object.assign(new Error('WriteConflict'), {
  errorLabels: ['TransientTransactionError'],
})

/** A request on a database that counts its transactions; without ids it has none. */
function onDatabase(ids: (string | null)[]) {
  const said: string[] = []
  const db = {
    beginTransaction: async () => ids.shift() ?? null,
    commitTransaction: async (id: string) => void said.push(`commit ${id}`),
    rollbackTransaction: async (id: string) => void said.push(`rollback ${id}`),
  }
  const req = { payload: { db }, context: {} } as unknown as PayloadRequest
  return { req, said }
}

/** Fails with these errors, one after another, then answers. */
const failing = (errors: Error[]) => async () => {
  const error = errors.shift()
  if (error) throw error
  return 'done'
}

describe('work in one transaction', () => {
  it('begins anew where the replica set undid it for another', async () => {
    const { req, said } = onDatabase(['a', 'b', 'c'])
    expect(await inTransaction(req, failing([conflict, conflict]))).toBe('done')
    expect(said).toEqual(['rollback a', 'rollback b', 'commit c'])
  })

  it('gives up after five times', async () => {
    const { req, said } = onDatabase(['a', 'b', 'c', 'd', 'e', 'f'])
    const errors = Array.from({ length: 6 }, () => conflict)
    await expect(inTransaction(req, failing(errors))).rejects.toBe(conflict)
    expect(said).toHaveLength(5)
  })

  it('tells any other error at once', async () => {
    const { req, said } = onDatabase(['a', 'b'])
    await expect(inTransaction(req, failing([new Error('refused')]))).rejects.toThrow('refused')
    expect(said).toEqual(['rollback a'])
  })

  it('is not repeated where there is no transaction to undo the first attempt', async () => {
    const { req, said } = onDatabase([null, null])
    await expect(inTransaction(req, failing([conflict]))).rejects.toBe(conflict)
    expect(said).toEqual([])
  })
})
