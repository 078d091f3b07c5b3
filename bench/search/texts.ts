import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolder, linesOf, type Judged } from '../judgedSets'

/** One answer of a large knowledge base, made up of real sentences where there are any. */
export type Text = { title: string; summary: string; text: string }

type Source = { titles: string[]; sentences: string[]; questions: string[] }

const districts = ['城关区', '新城区', '开发区', '高新区', '临江县', '青山县', '东湖区', '西陵区']

/** So many entries, the same each time; and what people ask of them. */
export function library(entries: number): { texts: Iterable<Text>; questions: readonly string[] } {
  const source = realSource() ?? writtenSource()
  return { texts: recombined(source, entries), questions: source.questions }
}

/** Titles of real questions, each with sentences of several others. */
function* recombined({ titles, sentences }: Source, entries: number): Generator<Text> {
  const random = numbers(6)
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? ''
  for (let at = 0; at < entries; at += 1) {
    const round = Math.floor(at / titles.length)
    const title = `${round === 0 ? '' : pick(districts)}${titles[at % titles.length] ?? ''}`
    const parts = Array.from({ length: 4 + Math.floor(random() * 8) }, () => pick(sentences))
    yield { title, summary: (parts[0] ?? '').slice(0, 200), text: parts.join('\n') }
  }
}

type Line = { title: string; answer: string }

/** Real letters, service items and questions, where the evaluation material lies beside the project. */
function realSource(): Source | null {
  const [corpus, queries] = ['corpus', 'queries'].map((part) =>
    join(dataFolder, 'gov-public', `${part}.jsonl.gz`),
  ) as [string, string]
  if (!existsSync(corpus) || !existsSync(queries)) return null
  const lines = linesOf<Line>(corpus)
  const asked = linesOf<Judged>(queries)
  return {
    titles: lines.map(({ title }) => title),
    sentences: lines.flatMap(({ answer }) => sentencesOf(answer)),
    questions: asked.filter((_, at) => at % 5 === 0).map(({ text }) => text),
  }
}

const sentencesOf = (text: string) =>
  text.split(/(?<=[。！？!?])\s*/).filter((sentence) => sentence.length >= 8)

const matters = ['住房公积金', '社会保障卡', '居住证', '老年人优待证', '营业执照', '医保', '低保']
  .concat(['廉租房', '残疾人证', '户口迁移', '生育津贴', '失业保险金', '临时救助', '施工噪声'])
  .concat(['停水', '路灯', '违章停车', '物业费', '供暖', '公交线路', '学区划分', '教师资格'])
const doings = ['申请', '提取', '补办', '变更', '注销', '查询', '投诉', '续期', '转移', '报销']
const asks = ['需要哪些材料？', '怎么办理？', '在哪里办？', '要多长时间？', '收费吗？', '找谁？']
const rules = [
  '携带身份证原件和复印件一份',
  '到政务服务中心窗口',
  '通过政务服务网',
  '由本人提出申请',
].concat(['经所在社区核实', '凭缴费证明', '在期满前三十日内', '材料齐全的当场受理'])
const ends = ['五个工作日内办结。', '不收取任何费用。', '逾期须重新申请。', '结果以短信告知。']

/** Without that material: what a hotline writes, by rule. */
function writtenSource(): Source {
  const each = <A, B, C>(as: A[], bs: B[], with_: (a: A, b: B) => C) =>
    as.flatMap((a) => bs.map((b) => with_(a, b)))
  const things = each(matters, doings, (matter, doing) => `${matter}${doing}`)
  const steps = each(rules, ends, (rule, end) => `${rule}，${end}`)
  return {
    titles: each(things, asks, (thing, ask) => thing + ask),
    sentences: each(things, steps, (thing, step) => `${thing}${step}`),
    questions: each(matters, doings, (matter, doing) => `${matter} ${doing}`),
  }
}

/** Numbers from 0 to 1 that are the same in each run (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
