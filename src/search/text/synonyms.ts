/** Words the hotline's callers and its departments use for the same thing, each line one group. */
const groups = [
  '社保 社会保险',
  '医保 医疗保险',
  '社保卡 社会保障卡',
  '老人 老年人',
  '电话 联络方式',
  '养老保险 养老金',
  '低保 最低生活保障',
  '身份证 居民身份证',
  '驾照 驾驶证',
  '房产证 不动产权证 不动产权证书',
  '营业执照 工商执照',
  '残疾证 残疾人证',
  '准生证 生育登记',
  '户口 户籍',
  '落户 入户',
  '停水 断水',
  '停电 断电',
  '失业金 失业保险金',
].map((line) => line.split(' '))

const others = new Map<string, string[]>()
for (const group of groups) {
  for (const word of group)
    others.set(
      word,
      group.filter((other) => other !== word),
    )
}

/** Other words for the same thing, in the form the index holds. Asked for with each query. */
export function synonymsOf(word: string): readonly string[] {
  return others.get(word) ?? []
}

const names = new Map(groups.flatMap(([head = '', ...rest]) => rest.map((word) => [word, head])))
const named = new RegExp([...names.keys()].sort((a, b) => b.length - a.length).join('|'), 'g')

/** The text with one name for each thing, so that 最低生活保障 and 低保 compare as equal. */
export const withOneName = (text: string): string =>
  text.replace(named, (word) => names.get(word) ?? word)
