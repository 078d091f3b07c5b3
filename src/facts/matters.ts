import type { FactKind, Matter } from './fact'

/** Words by which a text says what a fact of this kind is about; the first matter is that of a fact nothing is said of. */
type Table = readonly (readonly [Matter, RegExp | null])[]

const words = {
  phone: [
    ['enquiry', /咨询|联系|客服|办公|服务/gu],
    ['complaint', /投诉|监督|举报|信访/gu],
    ['appointment', /预约|挂号/gu],
    ['emergency', /急救|报警|火警|抢修|抢险|值班|应急|救援/gu],
    ['fax', /传真/gu],
  ],
  fee: [
    ['amount', /限额|起付|封顶|收入|额度|注册资本|贷款|授信|价值/gu],
    ['charge', /收费|工本费|手续费|费用|缴费|收取|缴纳|交纳|价格|票价|每[本证张]/gu],
    ['deposit', /押金|保证金|定金/gu],
    ['fine', /罚款|罚金|滞纳金|处以|并处/gu],
    [
      'benefit',
      /补贴|补助|津贴|救助|奖励|奖金|低保|待遇|养老金|保险金|发放|报销|补偿|资助|抚恤|慰问|贴息/gu,
    ],
  ],
  days: [
    ['span', /假|有效|居住|连续|逾期|超过|住院|停留/gu],
    ['statutory', /法定/gu],
    ['acceptance', /受理(?!之日|后|起|时)|补正/gu],
    ['publicity', /公示|公告/gu],
    ['delivery', /送达|邮寄|寄出|领取|到账|拨付|发放|取件/gu],
    ['appeal', /复议|诉讼|起诉|异议|复核|申诉|仲裁|上诉/gu],
    ['advance', /提前/gu],
    [
      'promised',
      /承诺|时限|办结|办理|办完|办好|审核|审批|审查|审定|核发|制证|发证|出证|答复|回复|完成|作出|决定|裁决|调解|调查|处理|出结果|核办|入库/gu,
    ],
  ],
  address: [['place', null]],
  documentNumber: [['document', null]],
  date: [
    ['span', null],
    ['deadline', /截止|截至|到期|报名|申报|停止/gu],
    ['begin', /施行|实施|生效|执行|开始/gu],
  ],
  percentage: [['share', null]],
  age: [['condition', null]],
} as const satisfies Record<FactKind, Table>

/** What stands around a fact, the nearest first. */
export type Around = {
  /** In its own clause, before and behind it. */
  before: string
  behind: string
  /** What its line, or the block or the heading it stands under, is called. */
  label: string
  /** In its sentence, before its clause. */
  sentence: string
}

/** Said of a limit by its name, this holds whatever else its sentence speaks of. */
const byLaw = /法定/u

/**
 * What a fact is about: by the nearest word of the table in its clause, then by the name of its line, then by the
 * sentence so far. Of limits what follows says more than what they are counted from.
 */
export function matterOf(kind: FactKind, { before, behind, label, sentence }: Around): Matter {
  const table: Table = words[kind]
  if (kind === 'days' && (byLaw.test(before) || byLaw.test(label))) return 'statutory'
  const places = kind === 'days' ? [behind, before, label] : [before, behind, label, sentence]
  for (const place of places) {
    const found = nearest(table, place, place === behind)
    if (found) return found
  }
  return table[0]![0]
}

function nearest(table: Table, place: string, isBehind: boolean): Matter | null {
  let best: { matter: Matter; distance: number } | null = null
  for (const [matter, pattern] of table) {
    for (const { index, 0: word } of pattern ? place.matchAll(pattern) : []) {
      const distance = isBehind ? index : place.length - index - word.length
      if (!best || distance < best.distance) best = { matter, distance }
    }
  }
  return best?.matter ?? null
}
