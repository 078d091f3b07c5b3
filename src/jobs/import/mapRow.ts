import { createHash } from 'node:crypto'
import { longestSummary, type CategoryKey } from '@/access/rules'
import { item, type Block, type Material } from '@/blocks/asWritten'
import { unitOf, type UnitPath } from '@/workflow/importing/importUnits'
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

const longestTitle = 200

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

const isQuestion = /[？?]$|^(如何|怎样|怎么|哪|什么|是否|能否|可否)|(吗|呢|多少|多久)$/
/** Names that are already told as an action: 如何 goes in front. */
const beginsWithVerb =
  /^(办理|申请|申领|申办|申报|查询|咨询|领取|补领|补办|换领|预约|查阅|下载|举报|投诉|开具|注销|换发|补发|变更)./
/** Names that end in what a caller wants to do: the verb goes to the front. */
const endsWithVerb = /^(.{2,})(查询|查阅|下载|咨询|预约)$/
const registration = /^(.{2,})报名$/
const guide = /^(.{2,})(办事|办理|申办)?(指引|指南)$/
/** What is applied for at an authority, told as a noun. */
const procedure =
  /(审批|审核|审查|审定|初审|复审|复查|核准|核发|核定|核验|备案|登记|许可|认定|认证|鉴定|检定|评定|评审|注册|变更|延续|延期|注销|换发|补发|申领|申办|申报|申请|报告|报装|报备|缴费|缴纳|签证|签注|证明|证书|奖励|补贴|补助|救助|援助|裁决|仲裁|复议|处理|办理|检测|检验|检疫|发放|给付|转移|接续|委托|征收|减免|预审|验收|公证|调解|举报|投诉|处置|领取|续借|迁入|迁出|转入|转出|提出|鉴证|证件|执照|证)$/
const applied = ['行政奖励', '行政给付', '行政裁决']

/** The question a caller would ask about this item; the name stays whole in it, so that it is found. */
export function questionOf({
  name,
  type,
  unit,
}: {
  name: string
  type: string
  unit?: string
}): string {
  if (isQuestion.test(name)) return name.replace(/\?$/, '？').replace(/(?<!？)$/, '？')
  const { head, tail } = withoutBrackets(name)
  const where = unit ? `（${unit}）` : ''
  return `${ask({ name, head, tail, type })}${where}？`
}

function ask({
  name,
  head,
  tail,
  type,
}: Record<'name' | 'head' | 'tail' | 'type', string>): string {
  if (applied.includes(type)) return `如何申请${quoted(name)}`
  if (type !== '公共服务') return `如何办理${quoted(name)}`
  const guided = guide.exec(head)?.[1]
  if (guided) return `如何${guided.startsWith('办理') ? '' : '办理'}${guided}${tail}`
  const verb = endsWithVerb.exec(head)
  if (verb && !head.startsWith(verb[2]!)) return `如何${verb[2]}${verb[1]}${tail}`
  if (beginsWithVerb.test(head)) return `如何${name}`
  const exam = registration.exec(head)
  if (exam) return `如何报名参加${exam[1]}${tail}`
  if (procedure.test(head)) return `如何办理${quoted(name)}`
  return `如何了解${quoted(name)}`
}

/** A name and the brackets it ends in: 工业产品生产许可证查询（省级发证）. */
function withoutBrackets(name: string): { head: string; tail: string } {
  const at = name.search(/（[^（）]*）$/)
  if (at <= 0) return { head: name, tail: '' }
  const outer = withoutBrackets(name.slice(0, at))
  return { head: outer.head, tail: outer.tail + name.slice(at) }
}

const quoted = (name: string) => `“${name.replace(/“/g, '‘').replace(/”/g, '’')}”`
