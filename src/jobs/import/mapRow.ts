import { createHash } from 'node:crypto'
import { longestSummary, type CategoryKey } from '@/access/rules'
import { item, type Block, type Material } from '@/blocks/asWritten'
import { unitOf, type UnitPath } from './importUnits'
import { questionOf } from './questionOf'
import type { SourceRow } from './sourceRow'

/** A row as the entry it becomes. */
export type MappedRow = {
  code: string
  unit: UnitPath
  category: CategoryKey
  title: string
  summary: string
  body: Block[]
  keywords: string[]
  /** Of everything above: the same row gives the same hash. */
  hash: string
  /** What in the source an editor should look at; no reason to leave the row out. */
  notes: string[]
}

export const longestTitle = 200

const powers = [
  '行政许可',
  '行政确认',
  '行政给付',
  '行政奖励',
  '行政裁决',
  '行政征收',
  '行政检查',
  '行政处罚',
  '行政强制',
  '其他行政权力',
]

export function mapRow(row: SourceRow): { mapped: MappedRow } | { error: string } {
  const category = categoryOf(row.type)
  if (!category) {
    return { error: `不认识的事项类型“${row.type}”。Unknown kind of item: ${row.type}.` }
  }
  const unit = unitOf(row)
  const title = questionOf({ ...row, unit: unit.region ? unit.name : undefined })
  if (title.length > longestTitle) {
    return {
      error: `事项名称超过${longestTitle}字。The name is longer than ${longestTitle} characters.`,
    }
  }
  const entry = {
    code: row.code,
    unit,
    category,
    title,
    summary: summaryOf(row),
    body: bodyOf(row),
    keywords: [...row.nicknames, ...row.themes].filter((word) => word !== row.name),
  }
  const hash = createHash('sha256').update(JSON.stringify(entry)).digest('hex')
  return { mapped: { ...entry, hash, notes: notesOf(row) } }
}

function categoryOf(type: string): CategoryKey | null {
  if (type === '公共服务') return 'services'
  return powers.includes(type) ? 'powers' : null
}

/** What an agent reads aloud: who, how long, where, whom to call; the least needed goes first if too long. */
function summaryOf(row: SourceRow): string {
  const phones = numbersIn(row.phone).slice(0, 2).join('、')
  const parts = [
    { weight: 9, text: `由${row.department}${row.type === '公共服务' ? '提供' : '办理'}` },
    { weight: 5, text: timeOf(row) },
    { weight: 4, text: isWindow(row.place) ? `地点：${row.place}` : '' },
    { weight: 3, text: row.platform && `可通过${row.platform}网上办理` },
    { weight: 8, text: phones && `咨询电话：${phones}` },
  ].filter(({ text }) => text !== '')
  const text = () => `${parts.map((part) => part.text).join('。')}。`
  while (text().length > longestSummary) {
    const least = Math.min(...parts.map(({ weight }) => weight))
    parts.splice(
      parts.findIndex(({ weight }) => weight === least),
      1,
    )
  }
  return text()
}

function timeOf({ statutoryTime, promisedTime }: SourceRow): string {
  if (!promisedTime) return statutoryTime && `法定${statutoryTime}内办结`
  if (!statutoryTime || statutoryTime === promisedTime) return `${promisedTime}内办结`
  return `法定${statutoryTime}、承诺${promisedTime}内办结`
}

const isWindow = (place: string) => place !== '' && place !== '无线下办理窗口'

function bodyOf(row: SourceRow): Block[] {
  const online = [row.platform, row.address].filter(Boolean).join(' ')
  const blocks = item({
    conditions: row.conditions,
    materials: row.materials.map(materialOf),
    timeLimit: [
      row.statutoryTime && `法定办结时限：${row.statutoryTime}`,
      row.promisedTime && `承诺办结时限：${row.promisedTime}`,
    ]
      .filter(Boolean)
      .join('\n'),
    place: [
      row.place,
      online && `网上办理：${online}`,
      row.bookingAddress && `网上预约：${row.bookingAddress}`,
    ].filter((line) => line !== ''),
    phone: [...phoneLines('咨询电话', row.phone), ...phoneLines('投诉电话', row.complaints)],
  })
  const audience = row.audiences.length > 0 ? `服务对象：${row.audiences.join('、')}。` : ''
  return [...blocks, { p: `${audience}事项类型：${row.type}。事项编码：${row.code}。` }]
}

/** The source names materials without numbers; only what the name itself says is taken over. */
function materialOf(name: string): Material {
  const isCopy = name.includes('复印件')
  const isOriginal = name.includes('原件')
  if (!isCopy && !isOriginal) return { name }
  return { name, original: isOriginal ? 1 : 0, copies: isCopy ? 1 : 0 }
}

function notesOf(row: SourceRow): string[] {
  const wrong = numbersIn(`${row.phone}\n${row.complaints}`).filter(hasWrongLength)
  return [
    /[：:]$/.test(row.conditions) ? '受理条件以冒号结束，来源可能不完整' : '',
    wrong.length > 0 ? `电话位数不对：${wrong.join('、')}` : '',
    row.materials.some((name) => /其他|相关材料|有关材料/.test(name)) ? '材料名称含糊' : '',
    row.phone === '' ? '没有咨询电话' : '',
  ].filter(Boolean)
}

/** An area code followed by neither a subscriber's number (7 or 8 digits) nor a short service number. */
function hasWrongLength(number: string): boolean {
  const local = /^0\d{2,3}-(\d+)/.exec(number)?.[1]
  return local !== undefined && ![5, 7, 8].includes(local.length)
}

const number = /(?<![\d-])(?:0\d{2,3}[-—]?)?\d{5,9}(?:-\d{1,6}){0,2}(?:转\d{1,4})?(?![\d])/g
const address = /https?:\/\/\S+|\S+@\S+\.\S+/g
/** Sources that answer every question of a form, also those they have no answer to. */
const emptyAnswer = /[：:](无|没有|暂无)[。；;]?$/

/** The telephone numbers of a text, in its order. */
function numbersIn(text: string): string[] {
  const plain = text.replace(address, ' ').replace(/邮政编码[：:]\s*\d{6}/g, ' ')
  return [...new Set([...plain.matchAll(number)].map(([found]) => found))]
}

/** A short text stays as it is; a long one is told line by line, without what it has no answer to. */
function phoneLines(label: string, text: string): string[] {
  if (text === '') return []
  if (text.length <= 60) return [/^\d/.test(text) ? `${label}：${text.replace(/\n/g, '，')}` : text]
  return text
    .split(/(?<=[。；;])\s*|\n/)
    .map((line) => line.trim().replace(/[。；;]+$/, ''))
    .filter((line) => line.length > 1 && !emptyAnswer.test(line))
}
