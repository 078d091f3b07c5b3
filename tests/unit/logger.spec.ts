import { describe, expect, it } from '@jest/globals'
import { NotFound } from 'payload'
import { logger } from '@/logger'
import { Refused } from '@/workflow/Refused'

type Hook = (this: { debug: (line: string) => void }, given: unknown[], log: () => void) => void
const { hooks } = (logger as unknown as { options: { hooks: { logMethod: Hook } } }).options

/** What becomes of a line that is to be logged: what is written, or what only those see who look closely. */
function logged(...given: unknown[]) {
  const lines: { written?: unknown[]; closely?: string } = {}
  const log = (...written: unknown[]) => void (lines.written = written)
  hooks.logMethod.call({ debug: (line) => (lines.closely = line) }, given, log)
  return lines
}

const number = '13800138000'
const masked = '138****8000'

describe('the log', () => {
  it.each([
    ['ours', new Refused('wrongState'), /^APIError|Refused 409: /],
    ['Payload’s', new NotFound(), /404: /],
  ])(
    'has one line for a refusal of %s, for those who look closely, without places',
    (_, error, line) => {
      for (const given of [error, { err: error }, { err: error, msg: 'Refused.' }]) {
        const { written, closely } = logged(given)
        expect(written).toBeUndefined()
        expect(closely).toMatch(line)
        expect(closely).not.toMatch(/\n|\bat .*:\d+:\d+/)
      }
    },
  )

  it('says of what failed where it did', () => {
    const { written, closely } = logged(new TypeError('no function'))
    expect(closely).toBeUndefined()
    expect(written?.[0]).toMatchObject({
      err: {
        type: 'TypeError',
        message: 'no function',
        stack: expect.stringMatching(/logger\.spec/),
      },
    })
  })

  it.each([
    ['a message', [`call ${number}`]],
    ['a message behind an object', [{ entry: 'a' }, `call ${number}`]],
    ['an error', [new Error(`call ${number}`)]],
    ['an error with a message', [{ err: new Error(`call ${number}`), msg: 'It failed.' }]],
  ])('holds no number of a person in %s', (_what, given) => {
    const text = JSON.stringify(logged(...given).written)
    expect(text).not.toContain(number)
    expect(text).toContain(masked)
  })

  it('holds nothing that hangs on an error', () => {
    const error = Object.assign(new Error('it failed'), { params: ['张三'], data: { a: '李四' } })
    expect(JSON.stringify(logged({ err: error, msg: 'It failed.' }))).not.toMatch(/张三|李四/)
  })
})
