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
