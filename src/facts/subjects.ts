import { createHash } from 'node:crypto'
import { askedForm } from '@/search/text/normalise'
import { questionOf, tellingWords } from '@/search/text/nearness'
import type { Language } from '@/search/text/vocabulary'

/** What a text is about: its question, taken apart once to be held against many. */
export type Subject = {
  /**
   * The same of all questions that share the words which tell what they are about, the case, the numbers, and what
   * stands in brackets; null where no word tells anything.
   */
  key: string | null
  /** The question without signs. */
  form: string
  marks: Marks
  /** About which unit it asks, where it names one. */
  of: string | null
}

/**
 * The subject of a question.
 * @param units names of units, its own first: one that the question holds says who answers, and not what is asked
 */
export function subjectOf(
  title: string,
  units: readonly string[],
  language: Pick<Language, 'withOneName'>,
): Subject {
  const of = units.find((name) => name !== '' && title.includes(name)) ?? null
  const bare = of === null ? title : title.replaceAll(of, '')
  const telling = (text: string) =>
    tellingWords(questionOf(withoutClasses(text), language))
      .map((word) => word.replace(around, ''))
      .filter((word) => word !== '' && !beside.test(word))
  const [words, marks] = [sorted(telling(bare)), marksOf(bare)]
  const inBrackets = sorted(telling((bare.match(/[(（].*[)）]/gu) ?? []).join(' ')))
  const isToldBy = [marks.classes, marks.figures, words, inBrackets]
  // 某局的电话 and 某局的联络方式 ask about the unit itself.
  const isTelling = /[^ ]{2}/u.test(words) || (words === '' && of !== null)
  const key = isTelling ? hashOf(words === '' ? [...isToldBy, of ?? ''] : isToldBy) : null
  return { key, form: askedForm(bare), marks, of }
}

const sorted = (words: readonly string[]) => [...new Set(words)].sort().join(' ')
const hashOf = (parts: readonly string[]) =>
  createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32)

/**
 * Do two questions ask about one thing? They share every word that tells what they are about, and none sets one case
 * apart from another. Likeness is not enough: 取水许可 and 排水许可 are alike.
 */
export function isSameSubject(one: Subject, other: Subject): boolean {
  if (one.key === null || one.key !== other.key) return false
  if (one.of !== null && other.of !== null && one.of !== other.of) return false
  return haveSameMarks(one.marks, other.marks)
}

/** Around a word that tells, these tell nothing: 居民身份证 is 身份证. */
const around = /^(?:居民|本市|城乡|全市)(?=..)|(?<=..)(?:许可证?|证件|证书|登记|手续|业务|服务)$/gu

/** Words of a question beside what it is about. */
const beside =
  /^(?:居民|本人|个人|市民|群众|城乡|我市|本市|全市|中华人民共和国|服务|业务|事项|最新|标准|政策|规定|手续|申领|申办|申请|领取|办理|办事|指南|审批|核发|需要|材料|流程|条件|要求|资格|时间|时限|期限|地点|地址|哪儿|费用|收费|价格|多少钱|钱|电话|号码|联系|联络|咨询|方式|渠道|工作日|什么样|如何|怎么样?|是否|可以|能够|应当|证件?|许可证?|证书|登记|信息|怎么办|手机|本地)$/u

/** Words that set one case apart from another, a class a line: two texts that differ in one speak of different cases. */
const classes: readonly RegExp[] = [
  /首次|初次|新办|新申请|新增|设立|开办|初始|新建/u,
  /变更|更改|更名|修改|改建|扩建/u,
  /延续|续期|续办|续签|续展|换发|换领|换证|换补|到期/u,
  /补办|补领|补发|补证|补卡|遗失|丢失|丢了|挂失|不见了/u,
  /注销|撤销|取消|终止|停业|吊销|退出|停发|解除/u,
  /转让|转移|过户|转学/u,
  /转入|迁入|转接/u,
  /转出|迁出/u,
  /查询|进度|下载|咨询/u,
  /备案/u,
  /年检|年审|审验|年报/u,
  /初审|初评/u,
  /复审|复查|复核|复验/u,
  /终审|审定|终评/u,
  /预约/u,
  /临时|短期/u,
  /加急|特急/u,
  /延长|复杂|疑难|特殊/u,
  /报名/u,
  /补贴|补助|津贴|奖励/u,
  /处罚|罚款|投诉|举报/u,
]

/** Of these each names one of several; where both texts name some and not the same ones, they differ. */
const choices: readonly RegExp[] = [
  /个人|自然人|个体|企业|单位|公司|法人|社会团体|民办非企业|基金会/gu,
  /职工|居民(?!身份证|户口)|灵活就业|农村|城镇|城市|农民/gu,
  /跨省|省内|省外|异地|外地|本市|市内|市外|本省/gu,
  /男|女/gu,
  /学生|未成年|成年|老年|老人|儿童|残疾人|退役|孤儿/gu,
  /外国人|外籍|港澳|台湾|华侨|大陆/gu,
  /网上|线上|窗口|线下|现场|邮寄|自助/gu,
  /医师|护士|药师|教师|律师|会计/gu,
  /非住宅|住宅|商业|公有|私有/gu,
  /小学|初中|高中|大学|幼儿园|中职/gu,
  /小型|中型|大型|微型/gu,
  /博士|硕士|本科|大专|初级|中级|高级/gu,
]

/** Names of places in a title: two that name different ones are about different matters. */
const placed =
  /[\p{Script=Han}]{2}(?:(?<![小社园校厂片景发工])区(?!域|别|间|块)|县(?!级|区)|镇(?!级|居)|乡(?!镇|村)|街道)/gu
const figures =
  /\d+(?:\.\d+)?|[一二三四五六七八九十甲乙丙丁](?=[级类孩胎岁等期批档号型])|[A-Z]\d?(?=[证类照级])/gu

const classWords = new RegExp(classes.map(({ source }) => source).join('|'), 'gu')
/** They are compared by their class, however they are said. */
const withoutClasses = (text: string) => text.replace(classWords, ' ')

/** What sets a text apart from others about the same thing. */
export type Marks = { classes: string; choices: readonly string[]; places: string; figures: string }

export const marksOf = (text: string): Marks => ({
  classes: classes.map((one) => Number(one.test(text))).join(''),
  choices: choices.map((one) => joined(text.match(one))),
  places: joined(text.match(placed)),
  figures: joined(text.match(figures)),
})

const joined = (found: readonly string[] | null) => [...new Set(found ?? [])].sort().join(' ')

export function haveSameMarks(one: Marks, other: Marks): boolean {
  return (
    one.classes === other.classes &&
    one.figures === other.figures &&
    isEither(one.places, other.places) &&
    one.choices.every((chosen, at) => isEither(chosen, other.choices[at] ?? ''))
  )
}

const isEither = (one: string, other: string) => one === other || one === '' || other === ''
