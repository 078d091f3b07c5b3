import escapeHTML from 'escape-html'
import {
  channelWays,
  materialChoiceNames,
  materialChoices,
  partFieldNames,
  type MaterialChoice,
} from './partFields'
import { parts } from './serviceItem'

type Fields = Readonly<Record<string, unknown>>
type Row = Readonly<Record<string, unknown>>

/** A block as readers see it, under its name or its own heading; nothing of one that is empty. */
export function partHtml(fields: Fields): string {
  const body = bodyOf(fields)
  if (body === '') return ''
  const heading = `<h2>${escapeHTML(headingOf(fields))}</h2>`
  return `<section class="part part-${String(fields.blockType)}">${heading}${body}</section>`
}

/** The same in one line or a few, after its name. */
export function partPlain(fields: Fields): string {
  const plain = plainOf(fields)
  return plain === '' ? '' : `${headingOf(fields)}：${plain}`
}

function headingOf({ blockType, heading }: Fields): string {
  const own = blockType === 'free' ? asText(heading).trim() : ''
  return own || (parts.find(({ slug }) => slug === blockType)?.label.zh ?? '')
}

function bodyOf(fields: Fields): string {
  switch (fields.blockType) {
    case 'materials':
      return tableOf(rowsOf(fields))
    case 'timeLimit':
      return limitsOf(fields)
        .map((line) => `<p>${escapeHTML(line)}</p>`)
        .join('')
    case 'channels': {
      const ways = waysOf(fields).map((way) => `<li>${escapeHTML(way)}</li>`)
      return (ways.length > 0 ? `<ul>${ways.join('')}</ul>` : '') + paragraphs(resultOf(fields))
    }
    default:
      return paragraphs(asText(fields.content))
  }
}

function plainOf(fields: Fields): string {
  switch (fields.blockType) {
    case 'materials':
      return rowsOf(fields).map(plainMaterial).join('；')
    case 'timeLimit':
      return limitsOf(fields).join('\n')
    case 'channels':
      return [waysOf(fields).join('；'), resultOf(fields)].filter(Boolean).join('\n')
    default:
      return asText(fields.content).trim()
  }
}

const choices = Object.keys(materialChoices) as MaterialChoice[]

/** The name, and a column for what one of the materials says at least. */
function tableOf(materials: readonly Row[]): string {
  if (materials.length === 0) return ''
  const { name, counts, note } = partFieldNames
  const said = [
    { head: counts, of: countsOf },
    ...choices.map((choice) => ({
      head: materialChoiceNames[choice],
      of: (row: Row) => chosen(choice, row),
    })),
    { head: note, of: (row: Row) => asText(row.note) },
  ].filter(({ of }) => materials.some((row) => of(row) !== ''))
  const columns = [{ head: name, of: (row: Row) => asText(row.name) }, ...said]
  const rows = materials.map((row) =>
    cells(
      'td',
      columns.map(({ of }) => of(row)),
    ),
  )
  const head = cells(
    'th scope="col"',
    columns.map(({ head }) => head.zh),
  )
  return `<div class="table"><table><thead>${head}</thead><tbody>${rows.join('')}</tbody></table></div>`
}

/** 原件1份，复印件2份: what is not asked for is not counted. */
const countsOf = (row: Row): string =>
  [
    Number(row.original) > 0 ? `原件${asText(row.original)}份` : '',
    Number(row.copies) > 0 ? `复印件${asText(row.copies)}份` : '',
  ]
    .filter(Boolean)
    .join('，')

function cells(tag: string, values: readonly string[]): string {
  const end = tag.split(' ')[0]
  const each = values.map((value) => `<${tag}>${escapeHTML(value)}</${end}>`)
  return `<tr>${each.join('')}</tr>`
}

function plainMaterial(row: Row): string {
  const details = [
    countsOf(row),
    ...choices.map((choice) => chosen(choice, row)),
    asText(row.note),
  ].filter(Boolean)
  const name = asText(row.name)
  return details.length > 0 ? `${name}（${details.join('，')}）` : name
}

function chosen(choice: MaterialChoice, row: Row): string {
  const names: Record<string, { zh: string }> = materialChoices[choice]
  return names[asText(row[choice])]?.zh ?? ''
}

/** What is promised; with what the law allows, each under its name. */
function limitsOf({ content, statutory }: Fields): string[] {
  const promised = linesOf(asText(content))
  const allowed = asText(statutory).trim()
  if (allowed === '') return promised
  const [first, ...rest] = promised
  const { statutory: law, promised: promise } = partFieldNames
  return [`${law.zh}：${allowed}`, ...(first ? [`${promise.zh}：${first}`] : []), ...rest]
}

function waysOf(fields: Fields): string[] {
  const names: Record<string, { zh: string }> = channelWays
  return rowsOf(fields)
    .map(({ way, detail }) => [names[asText(way)]?.zh ?? '', asText(detail).trim()])
    .map((both) => both.filter(Boolean).join('：'))
    .filter(Boolean)
}

const resultOf = ({ content }: Fields): string => {
  const result = asText(content).trim()
  return result && `${partFieldNames.result.zh}：${result}`
}

const rowsOf = ({ items }: Fields): Row[] =>
  Array.isArray(items)
    ? items.filter((item): item is Row => typeof item === 'object' && item !== null)
    : []

const asText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

const linesOf = (text: string): string[] =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean)

const paragraphs = (text: string): string =>
  linesOf(text)
    .map((line) => `<p>${escapeHTML(line)}</p>`)
    .join('')
