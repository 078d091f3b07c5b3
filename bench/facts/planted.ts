import { factsOfText, type ReadText } from '@/facts/factsIn'
import type { Stating } from '@/facts/contradictions'
import type { FactKind } from '@/facts/fact'
import { subjectOf } from '@/facts/subjects'
import { usualSynonyms } from '@/search/text/words'
import { createLanguage } from '@/search/text/vocabulary'
import { chances } from '@/seed/chances'

/** A city of invented service items, of which some are told twice, and of these some with one value changed. */
export type Planted = {
  texts: Stating[]
  /** What was changed, by both entries: each is to be found. */
  changes: { kind: FactKind; entry: string; twin: string }[]
}

const language = createLanguage([], usualSynonyms)

/** A text as it is held against others. */
export function statingOf(
  given: ReadText & { entry: string; unitName: string; region: string | null },
): Stating {
  const { entry, unitName, region, title } = given
  const subject = subjectOf(title, [unitName], language)
  const facts = factsOfText(given)
  return { entry, unitName, region, subject, validFrom: null, validUntil: null, facts }
}

const things =
  `居民身份证 居住证 护照 机动车驾驶证 机动车行驶证 食品经营许可证 营业执照 卫生许可证 社会保障卡 残疾人证 老年优待证
  不动产权证 建筑工程施工许可 道路运输经营许可 出租汽车经营许可 网络预约出租车驾驶员证 教师资格证 医师执业证 护士执业证 民办学校办学许可
  劳务派遣经营许可 人力资源服务许可 取水许可 排水许可 林木采伐许可 渔业捕捞许可 种子生产经营许可 兽药经营许可 动物诊疗许可 危险化学品经营许可
  烟花爆竹经营许可 户外广告设置许可 城市道路占用许可 夜市摊位 犬只登记证 出版物经营许可 娱乐场所经营许可 旅行社业务经营许可 导游证 印刷经营许可
  拍卖业务许可 成品油零售许可 药品经营许可 医疗器械经营许可 特种设备使用登记 计量器具检定 公章刻制 养老机构登记 社会团体登记 民办非企业登记`.split(
    /\s+/,
  )
const actions = ['首次申领', '变更', '延续', '遗失补领', '注销', '年检', '备案', '进度查询']
/** As people say it. */
const spoken: Record<string, string> = {
  ...{
    首次申领: '新办',
    变更: '信息更改',
    延续: '到期换领',
    遗失补领: '丢了补办',
    注销: '注销登记',
  },
  ...{ 年检: '年审', 备案: '备案登记', 进度查询: '办理进度查询' },
}
const bodies =
  '市公安局 市民政局 市市场监管局 市交通运输局 市住建局 市卫生健康委 市人社局 市农业农村局'.split(
    ' ',
  )
const counties = ['望湖区', '澜东区', '青溪县', '石渡县']
const digits = '零一二三四五六七八九'

type Values = { fee: number; days: number; phone: string; complaint: string }
type Item = { thing: string; action: string; unitName: string; values: Values }

/** So many texts, of which `changed` are second tellings with one value changed and as many without. */
export function plantedTexts(count: number, changed: number, seed = 16): Planted {
  const next = chances(seed)
  const upTo = (most: number) => Math.floor(next() * most)
  const pick = <One>(those: readonly One[]): One => those[upTo(those.length)]!
  const phone = () => `0640-8${String(1_000_000 + upTo(8_999_999))}`
  const values = (): Values => ({
    ...{ fee: pick([0, 5, 10, 20, 40, 80, 120, 200]), days: pick([1, 3, 5, 7, 10, 15, 20]) },
    ...{ phone: phone(), complaint: phone() },
  })
  const items = things
    .flatMap((thing) => actions.map((action) => ({ thing, action })))
    .map((item): Item => ({ ...item, unitName: pick(bodies), values: values() }))
  const kinds = ['phone', 'fee', 'days'] as const
  const changedAt = new Map<number, { kind: FactKind; twin: string }>()
  const planted: Planted = { texts: [], changes: [] }
  const add = (item: Item, region: string | null, style: number): string => {
    const entry = `ZS${String(planted.texts.length + 1).padStart(6, '0')}`
    const unitName = region === null ? item.unitName : `${region}${item.unitName.slice(1)}`
    planted.texts.push(statingOf({ entry, region, ...written({ ...item, unitName }, style, pick) }))
    return entry
  }
  for (const [at, item] of items.entries()) {
    const entry = add(item, null, at % 2)
    if (at >= 2 * changed) continue
    const kind = kinds[at % 3]!
    const isChanged = at < changed
    const twin = add(
      isChanged ? { ...item, values: other(item.values, kind) } : item,
      null,
      2 + (at % 3),
    )
    if (!isChanged) continue
    planted.changes.push({ kind, entry, twin })
    changedAt.set(at, { kind, twin })
  }
  // What counties tell of the same: other phones and promises, and none of it contradicts.
  for (let at = 0; planted.texts.length < count; at += 1) {
    const which = at % items.length
    const item = items[which]!
    const { fee } = item.values
    const region = counties[Math.floor(at / items.length) % 4]!
    const entry = add({ ...item, values: { ...values(), fee } }, region, at % 5)
    // The fee of the whole city they tell as it was.
    const change = changedAt.get(which)
    if (change?.kind === 'fee') planted.changes.push({ ...change, entry })
  }
  return planted

  function other({ fee, days, phone: known, complaint }: Values, kind: 'phone' | 'fee' | 'days') {
    const changedTo = {
      fee:
        kind === 'fee' ? pick([0, 5, 10, 20, 40, 80, 120, 200].filter((one) => one !== fee)) : fee,
      days: kind === 'days' ? pick([1, 3, 5, 7, 10, 15, 20].filter((one) => one !== days)) : days,
      phone: kind === 'phone' ? phone() : known,
    }
    return { ...changedTo, complaint }
  }
}

type Pick = <One>(those: readonly One[]) => One

/** One item in one of five ways of writing, as units and the centre write. */
function written({ thing, action, unitName, values }: Item, style: number, pick: Pick) {
  const { fee, days, phone, complaint } = values
  const yuan = pick([`${fee}元`, `${chineseOf(fee)}元`, `${fee}.00元`, `￥${fee}`])
  const free = pick(['不收费', '免费', '不收取任何费用', '免收工本费'])
  const span = pick([`${days}个工作日`, `${chineseOf(days)}个工作日`, `${days}工作日`])
  const line = pick([phone, phone.replace('0640-', '（0640）'), wide(phone)])
  const local = phone.slice(5)
  const asked = thing + pick([action, spoken[action] ?? action])
  const body = `市政务服务中心（望湖区政通路18号）`
  const styles = [
    {
      title: `${thing}${action}怎样办理？`,
      summary: `本人带身份证到${body}窗口办理，${span}内办结，${fee ? `工本费${yuan}` : free}。`,
      plain: `办理条件：年满18周岁。\n\n所需材料：居民身份证（原件1份）\n\n办理时限：法定时限：30个工作日\n承诺时限：${span}\n\n收费标准：${fee ? `每证${yuan}` : free}\n\n办理地点：${body}\n\n咨询电话：${line}\n\n监督投诉电话：${complaint}`,
    },
    {
      title: `如何办理${thing}${action}？`,
      summary: `可以到窗口或者网上申请。自受理之日起${span}内办结，${fee ? `收取工本费${yuan}` : free}。有疑问请拨打${line}咨询。`,
      plain: `一、办理条件\n年满18周岁。\n二、收费标准\n${fee ? `工本费：每本${yuan}` : free}。\n三、办理时限\n${span}内办结。\n\n监督投诉电话：${complaint}`,
    },
    {
      title: `${asked}要怎么办？`,
      summary: `请到${body}，${span}可以办好，${fee ? `需缴纳工本费${yuan}` : free}；咨询电话：${unitName}${line}。`,
      plain: `办理时限：${span}\n\n收费标准：${fee ? `工本费${yuan}` : '无'}\n\n咨询电话：${unitName}${line}`,
    },
    {
      title: `${asked}办理流程是什么？`,
      summary: `登录网站填表，审核通过后领取。承诺${span}内审批完成。`,
      plain: `收费依据及标准：${fee ? `${yuan}/本` : free}\n\n咨询电话：${local}\n\n办结时限：${span}`,
    },
    {
      title: `本市居民${asked}怎么申请？`,
      summary: `提交申请表和身份证，${span}内答复，${fee ? `费用${yuan}` : free}，联系电话${line}。`,
      plain: `第一步，网上填报；第二步，窗口核验。公示7天，决定后60日内可以申请行政复议。\n\n咨询电话：${line}、12345`,
    },
  ]
  return { unitName, ...styles[style]! }
}

/** 120 as 一百二十. */
function chineseOf(value: number): string {
  const [hundreds, tens, ones] = [
    Math.floor(value / 100),
    Math.floor((value % 100) / 10),
    value % 10,
  ]
  if (value === 0) return '零'
  const ten = tens === 1 && hundreds === 0 ? '十' : tens > 0 ? `${digits[tens]}十` : ''
  return `${hundreds > 0 ? `${digits[hundreds]}百` : ''}${ten}${ones > 0 ? digits[ones] : ''}`
}

const wide = (text: string): string =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
