type Words = { zh: string; en: string }

const kinds = {
  synonyms: { zh: '同义词', en: 'Synonyms' },
  words: { zh: '专用词', en: 'Whole words' },
}

const placements = {
  pin: { zh: '置顶', en: 'Pin' },
  ban: { zh: '屏蔽', en: 'Ban' },
}

const zh = {
  wordCount: (least: number, most: number) => `请填写 ${least} 至 ${most} 个词。`,
  tooLong: (word: string, most: number) => `“${word}”太长：每个词最多 ${most} 个字。`,
  tooShort: (word: string) => `“${word}”太短：每个词至少两个字。`,
  twice: (word: string) => `“${word}”在本组里重复了（繁简、全半角、大小写视为相同）。`,
  taken: (word: string, kind: Words, title: string) =>
    `“${word}”已在${kind.zh}“${title}”中，一个词只能属于一组。`,
  noQuery: '请填写查询的文字。',
  personal: '查询里有个人号码（身份证、手机或银行卡号），不能保存。',
  noEntry: '请选择一条内容（或填写它的编号）。',
  keptAlready: '这句查询已有这条内容的记录，请修改原有的一条。',
  origin:
    '请填写完整来源，如 https://cti.example.cn（可带端口，不带路径）；http 只限本机和内网地址。',
  originTwice: (origin: string) => `“${origin}”重复了。`,
}

const en: typeof zh = {
  wordCount: (least, most) => `${least} to ${most} words.`,
  tooLong: (word, most) => `“${word}” is too long: at most ${most} characters.`,
  tooShort: (word) => `“${word}” is too short: at least two characters.`,
  twice: (word) => `“${word}” is in this group twice.`,
  taken: (word, kind, title) =>
    `“${word}” is in “${title}” (${kind.en}) already; a word belongs to one group.`,
  noQuery: 'Say what is asked.',
  personal: 'The query holds a number of a person and is not kept.',
  noEntry: 'Choose an entry, or give its number.',
  keptAlready: 'This query has a line for this entry already; change that one.',
  origin:
    'A whole origin, such as https://cti.example.cn (with a port, without a path); http for private addresses only.',
  originTwice: (origin) => `“${origin}” is listed twice.`,
}

/** Words of what the centre keeps of search, and why something is refused. */
export const searchTexts = { kinds, placements, refused: { zh, en } }
