import { strFromU8, strToU8, zipSync } from 'fflate'
import { gzipSync } from 'node:zlib'
import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { openSource } from '@/sheets/openSource'
import { UnreadableSheet, type SheetRow } from '@/sheets/types'
import { partsOfWorkbook, row, workbook } from './made'

/** As the thread does it, without the thread. */
async function read(bytes: Uint8Array) {
  try {
    const source = await openSource(bytes)
    const survey = await source.survey()
    const rows: SheetRow[] = []
    for await (const one of source.rows(survey)) rows.push(one)
    return { survey, rows }
  } catch (error) {
    if (error instanceof UnreadableSheet) return null
    throw error
  }
}

const made = {
  sheets: [
    {
      rows:
        row(1, '标题', '答案', '单位') +
        row(2, '如何缴费', '网上&amp;窗口', '城管局') +
        '<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" s="1"><v>46082</v></c><c r="C3" t="b"><v>1</v></c></row>',
      after: '<mergeCells><mergeCell ref="A1:A2"/></mergeCells>',
    },
  ],
  texts: ['<t>共用的</t>'],
  formats: ['yyyy/m/d'],
}
const csv = '标题,答案,单位\r\n如何缴费,"网上,\r\n窗口",城管局\r\n如何退费,窗口,市民中心\r\n'

const anywhere = fc.nat(2 ** 24)
const change = fc.record({
  kind: fc.constantFrom('flip', 'cut', 'insert', 'repeat'),
  at: anywhere,
  byte: fc.integer({ min: 1, max: 255 }),
  length: fc.integer({ min: 1, max: 40 }),
})
type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never

function mutated(bytes: Uint8Array, changes: readonly Change[]): Uint8Array {
  return changes.reduce((file, { kind, at, byte, length }) => {
    const place = at % (file.length + 1)
    const [before, after] = [file.subarray(0, place), file.subarray(place)]
    if (kind === 'cut') return Buffer.concat([before, after.subarray(length)])
    if (kind === 'insert') return Buffer.concat([before, Buffer.alloc(length, byte), after])
    if (kind === 'repeat') return Buffer.concat([before, after.subarray(0, length), after])
    const flipped = Buffer.from(file)
    if (place < flipped.length) flipped[place]! ^= byte
    return flipped
  }, Buffer.from(bytes))
}

const changes = fc.array(change, { minLength: 1, maxLength: 4 })
/** One bit of one byte: most often another character, and nothing that is not well-formed. */
const oneBit = fc
  .tuple(anywhere, fc.constantFrom(1, 2, 4))
  .map(([at, byte]): Change[] => [{ kind: 'flip', at, byte, length: 1 }])

it.each<[string, Uint8Array]>([
  ['a workbook', workbook(made)],
  ['a workbook that is not packed', zipSync(partsOfWorkbook(made), { level: 0 })],
  ['packed text', gzipSync(csv)],
])('damage to %s is told, or changes nothing of its rows', async (_what, whole) => {
  const right = await read(whole)
  expect(right?.rows).toHaveLength(2)
  await fc.assert(
    fc.asyncProperty(fc.oneof(changes, oneBit), async (some) => {
      const found = await read(mutated(whole, some))
      if (found) expect(found.rows).toEqual(right?.rows)
    }),
    { numRuns: 1500 },
  )
})

/** Whatever was made of it: each row has a cell for each heading, and stands below the one before. */
function expectWhole(found: Awaited<ReturnType<typeof read>>) {
  if (!found) return
  const { survey, rows } = found
  expect(rows).toHaveLength(survey.count)
  expect(new Set(survey.headings).size).toBe(survey.headings.length)
  rows.forEach(({ line, cells }, at) => {
    expect(cells).toHaveLength(survey.headings.length)
    expect(line).toBeGreaterThan(rows[at - 1]?.line ?? survey.headLine)
  })
}

it('whatever stands in the parts of a workbook, it is refused or read row by row', async () => {
  const parts = partsOfWorkbook(made)
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...Object.keys(parts)), changes, async (name, some) => {
      const part = mutated(parts[name]!, some)
      expectWhole(await read(zipSync({ ...parts, [name]: part }, { level: 0 })))
    }),
    { numRuns: 2000 },
  )
})

const json = '[{"标题":"一","号":12345678901234567890},{"标题":"二","甲":[1,true]}]'
it.each<[string, Uint8Array]>([
  ['CSV', strToU8(csv)],
  ['CSV in UTF-16', Buffer.from(`\ufeff${csv}`, 'utf16le')],
  ['JSON', strToU8(json)],
  ['lines of JSON', strToU8(strFromU8(strToU8(json)).slice(1, -1).replace('},{', '}\n{'))],
])('whatever stands in %s, it is refused or read row by row', async (_what, whole) => {
  await fc.assert(
    fc.asyncProperty(changes, async (some) => expectWhole(await read(mutated(whole, some)))),
    { numRuns: 800 },
  )
})
