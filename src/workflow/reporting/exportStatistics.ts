import type { PayloadRequest } from 'payload'
import writeXlsxFile from 'write-excel-file/node'
import { z } from 'zod'
import { actorOf } from '@/access/actor'
import type { Language } from '@/i18n/language'
import { figureMeanings } from '@/i18n/reports'
import { statisticsTexts } from '@/i18n/statistics'
import { secondOf } from '@/shanghaiDay'
import { answerAs } from '../answer'
import { attached, xlsxType } from '../attached'
import { recordAudit } from '../audit/append'
import { csvFile } from '../csv'
import { languageOfRequest, Refused } from '../Refused'
import { sentAs } from '../sentAs'
import { isInHours, linesOf, nameOf, tasksInOrder, valueOf, type LineKey } from './lines'
import { readStatistics, type Statistics } from './readStatistics'
import { spanWanted, statisticsAsked } from './wanted'

const exported = statisticsAsked
  .omit({ by: true })
  .extend({ format: z.enum(['csv', 'xlsx']).default('xlsx') })

type Cells = (string | number)[]

/**
 * `GET /api/statistics/export?from&to&unit&format=csv|xlsx`: what the page shows, with who took it when, of which days
 * and units before it, and what each figure means behind it; as a workbook on sheets of their own. That it was taken is
 * on record. What is not understood is refused (400 `invalid`).
 */
export const exportStatisticsEndpoint = answerAs('get', '/statistics/export', async (req) => {
  const actor = actorOf(req.user)
  if (!actor) throw new Refused('notSignedIn')
  const given = Object.entries(req.query).filter(([, value]) => value !== '')
  const { format, ...wanted } = sentAs(exported, Object.fromEntries(given))
  const span = spanWanted(wanted)
  const found = await readStatistics(req.payload, actor, { unit: wanted.unit, span })
  const details = { day: span.from, until: span.to, unit: found.unit?.name }
  await recordAudit({
    ...{ req, action: 'statistics.export' },
    details: Object.fromEntries(Object.entries(details).filter(([, value]) => Boolean(value))),
  })
  const language = languageOfRequest(req)
  const cover = coverOf(req, found, language)
  const [figures, units] = [figuresOf(found, language), unitsOf(found, language)]
  const name = `${statisticsTexts.zh.title} ${span.from} ${span.to}`
  const meanings = Object.entries(figureMeanings[language]).map(([key, meaning]) => [
    nameOf(key as LineKey, language),
    meaning,
  ])
  if (format === 'xlsx') return workbook(name, { cover, figures, units, meanings }, language)
  const [head = [], ...rows] = [...cover, [], ...figures, [], ...units, [], ...meanings]
  return csvFile({ name: `${name}.csv`, plainName: 'statistics.csv', head, pages: onePage(rows) })
})

async function* onePage(rows: readonly Cells[]) {
  yield rows
}

function coverOf(
  { user }: PayloadRequest,
  { span, unit }: Statistics,
  language: Language,
): Cells[] {
  const { title, cover, span: spanOf, allUnits, andBelow } = statisticsTexts[language]
  return [
    [title],
    [cover.of, spanOf(span.from, span.to)],
    [cover.unit, unit ? andBelow(unit.name) : allUnits],
    [cover.who, user && 'name' in user ? user.name : ''],
    [cover.when, secondOf(new Date())],
  ]
}

function figuresOf(found: Statistics, language: Language): Cells[] {
  const texts = statisticsTexts[language]
  const { figures, figuresBefore, asked, askedBefore, span, before } = found
  const lines = linesOf({ figures, asked }, { figures: figuresBefore, asked: askedBefore })
  const [now, earlier] = [span, before].map(({ from, to }) => texts.span(from, to))
  return [
    [texts.figure, `${texts.now} (${now})`, `${texts.before} (${earlier})`],
    ...lines.map(({ key, now, before, isHours }) => [
      lineName(key, language),
      ...[now, before].map((n) => cellOf(n, isHours)),
    ]),
  ]
}

const ofUnits: readonly LineKey[] = [
  ...(['live', 'expired', 'unreviewed', 'late', 'added', 'changed', 'withdrawn'] as const),
  ...([
    'deleted',
    'grave',
    'reads',
    'readers',
    'uses',
    'helpful',
    'unhelpful',
    'toLook',
    'looked',
    'noEditor',
    'submitted',
    'approved',
  ] as const),
  ...(['returned', 'waited', 'longest'] as const),
  ...tasksInOrder,
]

const unitsOf = ({ units }: Statistics, language: Language): Cells[] => [
  [statisticsTexts[language].unit, ...ofUnits.map((key) => lineName(key, language))],
  ...units.map(({ name, figures }) => [
    name,
    ...ofUnits.map((key) => cellOf(valueOf(key, { figures }), isInHours(key))),
  ]),
]

/** Hours as one decimal, of which a spreadsheet can make more; nothing where there is nothing to be told. */
const cellOf = (n: number | null, isHours: boolean): string | number => {
  if (n === null) return ''
  return isHours ? Math.round(n * 10) / 10 : n
}

const lineName = (key: LineKey, language: Language): string =>
  isInHours(key) ? statisticsTexts[language].inHours(nameOf(key, language)) : nameOf(key, language)

type Sheets = Record<(typeof sheetKeys)[number], Cells[]>

const sheetKeys = ['cover', 'figures', 'units', 'meanings'] as const

async function workbook(name: string, sheets: Sheets, language: Language): Promise<Response> {
  const { cover } = statisticsTexts[language]
  const names = {
    ...{ cover: cover.sheet, figures: cover.table, units: cover.units },
    meanings: cover.meanings,
  }
  const file = await writeXlsxFile(
    sheetKeys.map((key) => ({
      ...{ data: sheets[key], sheet: names[key] },
      columns: [{ width: 28 }, { width: 24 }, { width: 24 }],
    })),
  ).toBuffer()
  return new Response(new Uint8Array(file), {
    headers: attached(xlsxType, { name: `${name}.xlsx`, plain: 'statistics.xlsx' }),
  })
}
