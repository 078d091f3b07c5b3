import { describe, expect, it } from '@jest/globals'
import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { ValidationError, type DatabaseAdapterObj } from 'payload'
import { asking, discreet, tellable } from '@/writeGate/discreet'
import { writeMethods } from '@/writeGate/gated'

const person = '张三 13800138000 110101199003074514'
const failed = Object.assign(
  new Error(`Failed query: insert into "users" values ('${person}')\nparams: ${person}`, {
    cause: Object.assign(new Error('UNIQUE constraint failed: users.username'), {
      name: 'LibsqlError',
      code: 'SQLITE_CONSTRAINT_UNIQUE',
    }),
  }),
  { name: 'DrizzleQueryError', query: person, params: [person] },
)

const all = (error: unknown) => {
  const own = error as Error & Record<string, unknown>
  return JSON.stringify([own.message, own.stack, { ...own }, String(own.cause)])
}

describe('an error of the database', () => {
  it.each([
    ['of SQLite', failed],
    ['of a broken statement', new Error(`near "${person}": syntax error`)],
    ['of MongoDB', new Error(`E11000 duplicate key error index: a dup key: { name: "${person}" }`)],
    ['of a cast', new Error(`Cast to string failed for value "{ a: '${person}' }" (type Object)`)],
  ])('%s tells nobody’s data', (_what, error) => {
    const told = tellable(error) as Error
    expect(all(told)).not.toMatch(/张三|138001|1101011/)
    expect(told.stack).toMatch(/\n\s+at /)
  })

  it('still says of what kind it is, and whether to try again', () => {
    expect(tellable(failed)).toMatchObject({
      message: 'UNIQUE constraint failed: users.username',
      code: 'SQLITE_CONSTRAINT_UNIQUE',
    })
    const labels = { errorLabels: ['TransientTransactionError'] }
    expect(tellable(Object.assign(new Error('write conflict'), labels))).toMatchObject(labels)
  })

  it('is an answer where somebody else is writing to the file', () => {
    const busy = Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' })
    expect(tellable(busy)).toMatchObject({ status: 503, data: { code: 'busy' } })
  })

  it('that Payload has put into words stays as it is', () => {
    const error = new ValidationError({ errors: [{ message: '已被使用', path: 'username' }] })
    expect(tellable(error)).toBe(error)
  })
})

describe('the adapter', () => {
  const adapter = {
    init: () => ({
      find: () => Promise.reject(failed),
      findOne: () => Promise.resolve('row'),
      beginTransaction: () => 'now',
      createJSONQuery: () => 'query',
    }),
  } as unknown as DatabaseAdapterObj
  const db = discreet(adapter).init({} as never) as unknown as Record<string, () => unknown>

  it('passes on what succeeds, at once where it answers at once', async () => {
    expect(await db.findOne?.()).toBe('row')
    expect(db.beginTransaction?.()).toBe('now')
  })

  it('fails without anybody’s data', async () => {
    await expect(db.find?.()).rejects.not.toThrow(/张三/)
  })

  it.each([
    ['SQLite', sqliteAdapter({ client: { url: 'file::memory:' } })],
    ['MongoDB', mongooseAdapter({ url: 'mongodb://localhost/x' })],
  ])('is wrapped wherever it asks %s', (_name, real) => {
    const payload = { config: {}, collections: {} }
    const names = Object.keys(real.init({ payload } as never))
    const reading = names.filter((name) => /^(find|count)/.test(name))
    const ours = ['countGroups', 'readRows', 'putRows']
    const all = [...writeMethods, ...reading, ...ours]
    expect(all.filter((name) => !asking.test(name))).toEqual([])
    expect(reading.length).toBeGreaterThan(5)
  })
})
