import { normalisedText } from './normalise'
import { piecesOf } from './segment'
import type { Language } from './vocabulary'

/** Words of asking and of every counter: two questions that share no others are about different things. */
const common = new Set(
  `如何 怎么 怎样 怎么样 怎么办 怎办 什么 什么样 哪 哪里 哪儿 哪些 哪个 谁 多少 多久 几 几个 为什么 为何 吗 呢 吧 啊 呀 么
  是 是否 是不是 有 有没有 没有 能 能否 可以 可否 可不可以 需要 需 要 应 应该 应当 想 请问 请 求 问 的 地 得 了 着 过 和 与 及 或 在 到 对 从 由 被 把 将 给 为 于 以 也 都 就 还
  我 我们 你 您 你们 他 她 它 大家 本人 自己 人 个人 这 那 这个 那个 一 一个 一下 个 种 办 办理 申请 申办 提交 进行 相关 有关 问题 情况 事项 业务 手续 流程 材料 条件 知道 告诉`.split(
    /\s+/,
  ),
)
/** What a common word counts beside another one. */
const commonWeight = 0.15
const longestWeight = 4

/**
 * How near two questions are to asking the same, from 0 to 1: the words they share by weight, and the pairs of
 * characters, which forgive another segmentation. Measured in bench/similar.
 */
export function nearness(one: Question, other: Question): number {
  const words = dice(one.words, other.words)
  const pairs = dice(one.pairs, other.pairs)
  return 0.6 * words + 0.4 * pairs
}

/** Questions at least this near are shown as similar. Measured in bench/similar. */
export const nearEnough = 0.6

/** A question taken apart once, to be held against many. */
export type Question = { words: ReadonlyMap<string, number>; pairs: ReadonlyMap<string, number> }

/** The words that tell what a question is about, the longest first. */
export const tellingWords = ({ words }: Question): string[] =>
  [...words]
    .filter(([, weight]) => weight >= 1)
    .map(([word]) => word)
    .sort((one, other) => other.length - one.length)

export function questionOf(title: string, language: Pick<Language, 'withOneName'>): Question {
  const words = new Map<string, number>()
  const pairs = new Map<string, number>()
  const telling: string[] = []
  for (const piece of piecesOf(language.withOneName(normalisedText(title)))) {
    const word = piece.replace(/[^\p{L}\p{N}]+/gu, '')
    if (word === '') continue
    const isCommon = common.has(word)
    words.set(word, isCommon ? commonWeight : Math.min(word.length, longestWeight))
    telling.push(isCommon ? ' ' : word)
  }
  for (const [run] of telling.join('').matchAll(/[\p{L}\p{N}]+/gu)) {
    if (run.length === 1) pairs.set(run, 1)
    for (let at = 0; at + 1 < run.length; at += 1) pairs.set(run.slice(at, at + 2), 1)
  }
  return { words, pairs }
}

function dice(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let shared = 0
  for (const [word, weight] of one) if (other.has(word)) shared += weight
  const all = weightOf(one) + weightOf(other)
  return all === 0 ? 0 : (2 * shared) / all
}

const weightOf = (words: ReadonlyMap<string, number>): number =>
  [...words.values()].reduce((sum, weight) => sum + weight, 0)
