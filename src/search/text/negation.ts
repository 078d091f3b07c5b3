/** What denies what follows it. */
const negators = new Set(
  `不 没 没有 未 无 非 尚未 并未 从未 未曾 未能 没能 不能 不能够 不可 不可以 不会 不得 不予 不准 不许 不让 不允许 不应 不应该
  不再 不需要 不需 不用 不必 无需 无须 毋须 无法 禁止 严禁 不被 没法 并非 而非 不属于 不是`.split(
    /\s+/,
  ),
)
/** What leaves open whether what follows it holds. */
const opens = new Set(
  '是否 能否 可否 应否 有无 有没有 能不能 可不可以 可以不可以 是不是 会不会 要不要 需不需要 用不用 该不该'.split(
    ' ',
  ),
)
/** Between a denial and what it denies. */
const between = new Set(
  `能 能够 可 可以 会 得 要 需要 需 须 必须 应 应当 应该 用 再 被 给 让 去 来 在 有 及时 按时 按期 按规定 如期 依法 足额 正常 继续 成功 直接
  允许 准 许 予 予以 进行 办理 申请`.split(/\s+/),
)
/** Begun by a character that denies elsewhere. */
const harmless = new Set(
  `不过 不但 不仅 不仅仅 不同 不管 不论 不如 不断 不久 不少 不禁 不妨 不免 不愧 不动产 不锈钢 不动 不好意思 不客气 不得不 不得了 不等 不止 不只 不一 不料 不知 不知道
  没收 没事 没关系 没问题 没完 没错 未来 未央 未必 未知 无线 无锡 无论 无数 无人机 无偿 无障碍 无烟 无忧 无害 无人 无奈 无比 无关 无非 无故
  非常 非遗 非洲 非凡 非得 非但 非典`.split(/\s+/),
)
const modals = new Set(`能 可 会 得 用 必 要 需 应 准 许 予 让 是 该`.split(' '))
/** Words of asking and little words, which nobody denies or affirms. */
const empty = new Set(
  `的 了 吗 呢 么 吧 啊 是 怎么 怎样 如何 怎么办 什么 哪些 哪个 哪里 哪儿 谁 多少 几 请问 和 与 或 我 我们 你 您 他 这 那 就 都 也 还 到 对 为 因为 所以 如果 的话`.split(
    /\s+/,
  ),
)

/** Whoever does not know asks, and denies nothing. */
const known = new Set('知 知道 清楚 懂 明白 了解 晓得 理解'.split(' '))

/** What a question says and what it denies, in words. */
export type Polarity = {
  denied: readonly { head: string; object: string | null }[]
  affirmed: readonly string[]
}

/** The pieces of a text that are words. */
export const wordsIn = (pieces: readonly string[]): string[] =>
  pieces.filter((piece) => /[\p{L}\p{N}]/u.test(piece))

/** Reads the words of a question, in their order. */
export function polarityOf(words: readonly string[]): Polarity {
  const denied: Polarity['denied'][number][] = []
  const affirmed: string[] = []
  const content = (from: number) => {
    for (let at = from; at < Math.min(words.length, from + 4); at += 1) {
      const word = words[at] ?? ''
      if (!between.has(word) && !empty.has(word)) return at
    }
    return -1
  }
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    const rest = deniedIn(word)
    const isBoth = isAskedBoth(words, at)
    const isOpen = opens.has(word) || isBoth
    if (isBoth) affirmed.pop()
    if (isOpen || rest === '') {
      const head = content(at + 1)
      const object = head < 0 ? -1 : content(head + 1)
      if (head >= 0 && !isOpen && !known.has(words[head] ?? '')) {
        denied.push({ head: words[head] ?? '', object: words[object] ?? null })
      }
      if (head >= 0) at = head
    } else if (rest !== null && !known.has(rest)) {
      denied.push({ head: rest, object: words[content(at + 1)] ?? null })
    } else if (!empty.has(word) && !between.has(word)) {
      affirmed.push(word)
    }
  }
  return { denied, affirmed }
}

/** Does it deny what follows it and say nothing by itself? */
export const isDenial = (word: string): boolean => deniedIn(word) === ''

/** What a word denies by itself: 效 of 无效, nothing where it denies what follows; null where it denies nothing. */
function deniedIn(word: string): string | null {
  if (negators.has(word)) return ''
  if (!/^[不没未无非]./u.test(word) || harmless.has(word)) return null
  const rest = word.startsWith('没有') ? word.slice(2) : word.slice(1)
  return modals.has(rest) ? '' : rest
}

/** 缴没缴, 能不能: both are asked for. */
function isAskedBoth(words: readonly string[], at: number): boolean {
  const [before = '', word = '', after] = words.slice(Math.max(0, at - 1), at + 2)
  if (at === 0 || !/^[不没]/.test(word)) return false
  return word.slice(1) === before || (word.length === 1 && before === after)
}

/** Does a question say the opposite of another, the same, or nothing about it? */
export function agreement(one: Polarity, other: Polarity): 'same' | 'opposite' | null {
  if (one.denied.length + other.denied.length === 0) return null
  if (one.denied.some((each) => other.denied.some((also) => denySame(each, also)))) return 'same'
  return contradicts(one, other) || contradicts(other, one) ? 'opposite' : null
}

type Denied = Polarity['denied'][number]

function denySame(one: Denied, other: Denied): boolean {
  return (
    isSame(one.head, other.head) ||
    (one.object !== null && other.object !== null && isSame(one.object, other.object))
  )
}

/** One denies what the other affirms, and does not affirm it elsewhere. */
function contradicts({ denied, affirmed }: Polarity, other: Polarity): boolean {
  return denied.some(
    ({ head }) =>
      other.affirmed.some((word) => isSame(word, head)) &&
      !affirmed.some((word) => isSame(word, head)),
  )
}

/** Said for one another of the same thing. */
const verbs = new Map(Object.entries({ 交: '缴', 购: '买', 拿: '领', 取: '领', 给: '发' }))

const inOneWay = (word: string) => (verbs.get(word[0] ?? '') ?? word[0] ?? '') + word.slice(1)

/** 缴 and 缴纳, 交 and 缴, 有效 and 效. */
function isSame(one: string, other: string): boolean {
  const [short = '', long = ''] = [inOneWay(one), inOneWay(other)].sort(
    (a, b) => a.length - b.length,
  )
  return long.startsWith(short) || (/^[有已]/.test(long) && long.startsWith(short, 1))
}

/** Other ways to deny the same, for a denial that is one word or two: 没缴, 没有 缴, 不可以 领. */
const ways = [
  ['没', '没有', '未', '不', '尚未', '未曾'],
  ['不能', '不可以', '不可', '无法', '不得', '不予', '不准', '不'],
  ['无需', '不需要', '不需', '不用', '不必', '无须'],
]

/** Every way to say what these words deny, as typed first; nothing where they deny nothing. */
export function denialsIn(words: readonly string[]): { word: string; forms: string[] }[] {
  return words.flatMap((word, at) => {
    const rest = deniedIn(word)
    if (rest === null || isAskedBoth(words, at)) return []
    const marker = rest === '' ? word : word.slice(0, word.length - rest.length)
    const head = rest === '' ? (words[at + 1] ?? '') : rest
    if (head === '' || empty.has(head) || between.has(head)) return []
    const same = ways.filter((way) => way.includes(marker)).flatMap((way) => way)
    const typed = marker + head
    const forms = [typed, ...same.map((each) => each + head)]
    return same.length > 0 ? [{ word: typed, forms: [...new Set(forms)] }] : []
  })
}
