/** Ways of asking that mean the same; the first of a line stands for all of it. */
const ways = `
  怎么 怎么样 怎样 如何 咋样 咋 怎么办 怎办 要怎么 怎么才能
  哪个 那个 哪一个 哪种 那种 哪一种 哪款 哪家 哪些 那些 哪部
  哪里 哪儿 那里 在哪 在那 在哪里 什么地方 何处
  什么 啥 甚么 何
  好吗 好不好 好么 好不
  是吗 是不是 是否
  能 能不能 能否 可不可以 可以不可以 可否 能够 可以
  多少钱 价格 价钱 什么价
  求 给我 帮我 给大家 推荐 介绍 寻 找
  你 您
`
/** What is said around a question: who is addressed, thanks, and the little words. */
const asides = `
  请问 谁知道 有谁知道 谁能告诉我 告诉我 知道的 求助 求大神 求大神帮助 大神 高手 帮忙 帮帮忙 谢谢 谢了 麻烦 各位 大家
  跪求 急求 求解 您好 你好 拜托 在线等 急急 我想问一下 想问一下 咨询一下 想咨询
  吗 么 呢 啊 呀 吧 呗 了 的 啦 嘛 哦 个 一下 一些 一个 几个
`

const oneForm = new Map([
  ...wordsOf(asides).map((aside) => [aside, ''] as const),
  ...ways
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [head = '', ...others] = wordsOf(line)
      return [head, ...others].map((way) => [way, head] as const)
    }),
])
const anyWay = new RegExp(
  [...oneForm.keys()].sort((one, other) => other.length - one.length).join('|'),
  'g',
)

/** A question in one way of asking: 怎样提取呢 and 如何提取 compare as equal. Never empty where `bare` is not. */
export function askedPlainly(bare: string): string {
  const plain = bare.replace(anyWay, (way) => oneForm.get(way) ?? way)
  return plain.length > 1 ? plain : bare
}

const asking = new RegExp(
  [...oneForm.keys()]
    .filter((way) => way.length > 1 || '吗么呢啊呀的了'.includes(way))
    .sort((one, other) => other.length - one.length)
    .join('|'),
  'g',
)

/** What a question is about, in pieces: 公鸡金怎么提取 is about 公鸡金 and 提取. */
export function piecesAsked(text: string): string[] {
  return text.replace(asking, ' ').match(/[\p{L}\p{N}]+/gu) ?? []
}

function wordsOf(text: string): string[] {
  return text.trim().split(/\s+/)
}
