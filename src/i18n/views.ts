import type { Language } from './language'

const zh = {
  record: '知识库浏览记录',
  about:
    '本单位及下级单位现有的内容（各库），谁在何时通过哪个入口打开过。市民不记姓名；一小时内再次打开、在管理后台打开，均不计入阅读次数。',
  aboutAll:
    '各单位的内容（各库），谁在何时通过哪个入口打开过。市民不记姓名；一小时内再次打开、在管理后台打开，均不计入阅读次数。',
  aboutOwn: '本人打开过的已发布内容（各库）。一小时内再次打开、在管理后台打开，均不计入阅读次数。',
  gone: '（现已无权查看）',
  export: '导出 CSV',
  at: '时间（北京时间）',
  title: '当时的标题',
  reader: '读者',
  channel: '入口',
  query: '查询的话',
  fromList: '由列表打开',
  counts: '计入阅读次数',
  yes: '是',
  no: '否',
  citizen: '市民',
  repeat: '重复打开',
  entry: '编号',
  from: '起始日期',
  to: '截止日期',
  everybody: '全部读者',
  countedOnly: '只看计入阅读次数的',
  byReaders: (n: number) => `，读者 ${n} 人次（每日、每条内容分别计）`,
  mine: '只看本人',
  thisReader: '只看所选读者',
  empty: '还没有浏览记录。有人打开已发布的内容后，几秒内出现在这里。',
  channels: { desk: '查询台', portal: '市民网站', system: '接入系统', admin: '管理后台' },
}

const en: typeof zh = {
  record: 'Readings',
  about:
    'Who opened what your unit and those below answer for now, of all libraries, when and through which door. Citizens have no name; what is opened again within the hour, or in the admin, does not count.',
  aboutAll:
    'Who opened what, of all units and libraries, when and through which door. Citizens have no name; what is opened again within the hour, or in the admin, does not count.',
  aboutOwn:
    'The live texts you opened, of all libraries. What is opened again within the hour, or in the admin, does not count.',
  gone: '(no longer yours to read)',
  export: 'Export as CSV',
  at: 'At (Beijing time)',
  title: 'Title then',
  reader: 'Reader',
  channel: 'Through',
  query: 'Asked before',
  fromList: 'from a list',
  counts: 'Counted',
  yes: 'yes',
  no: 'no',
  citizen: 'A citizen',
  repeat: 'again',
  entry: 'Number',
  from: 'From',
  to: 'To',
  everybody: 'All readers',
  countedOnly: 'Only those that count',
  byReaders: (n) => `, of ${n} readers (of each day and entry)`,
  mine: 'Only mine',
  thisReader: 'Only the chosen reader',
  empty: 'No readings yet. What somebody opens is here some seconds later.',
  channels: {
    desk: 'the desk',
    portal: 'the portal',
    system: 'a connected system',
    admin: 'the admin',
  },
}

/** What 浏览记录 says. */
export const viewTexts: Record<Language, typeof zh> = { zh, en }

const zhSearch = {
  about:
    '谁在何时查了什么，答复中依次列出了哪些内容，后来怎样。个人号码已遮盖，市民不记姓名；结果在半小时后判定。',
  empty: '还没有检索记录。有人查询后，几秒内出现在这里。',
  sameAs: (form: string, isCounted: boolean) =>
    `只列与“${form}”相同的提问${isCounted ? '，限当天有两人以上问过的（与统计的计数一致）' : ''}。`,
  q: '查询的话',
  entry: '列出过的编号',
  query: '查询的话',
  lists: {
    entries: '（列表）',
    related: '（相关内容）',
    hotspots: '（热点）',
    updates: '（更新列表）',
  },
  kind: '提问或列表',
  kinds: { questions: '只看提问', lists: '只看列表', all: '提问和列表' },
  shown: '列出的内容',
  shownOf: ({ shown, found, page }: Shown) =>
    page > 1 ? `第 ${page} 页 ${shown} 条，共找到 ${found} 条` : `${shown} 条，共找到 ${found} 条`,
  nothing: '没有查到',
  outcome: '结果',
  everyOutcome: '全部结果',
  open: '尚未判定',
  outcomes: {
    trial: '试查',
    used: '用上了',
    opened: '打开了',
    listed: '浏览列表',
    continued: '接着查',
    reformulated: '换了说法',
    inVain: '没有查到',
    abandoned: '没有打开',
  },
}

type Shown = { shown: number; found: number; page: number }

const enSearch: typeof zhSearch = {
  about:
    'Who asked what, which entries were shown for it and what became of it. Numbers of persons are masked and citizens have no name; what became of it is settled half an hour later.',
  empty: 'No searches yet. What somebody asks is here some seconds later.',
  sameAs: (form, isCounted) =>
    `This question alone: “${form}”${isCounted ? ', of days on which two or more asked it, as statistics count it' : ''}.`,
  q: 'Words asked',
  entry: 'Number shown',
  query: 'Asked',
  lists: {
    entries: '(a list)',
    related: '(related entries)',
    hotspots: '(hotspots)',
    updates: '(updates)',
  },
  kind: 'Questions or lists',
  kinds: { questions: 'Questions', lists: 'Lists', all: 'Questions and lists' },
  shown: 'Shown',
  shownOf: ({ shown, found, page }) =>
    page > 1 ? `page ${page}: ${shown} of ${found}` : `${shown} of ${found}`,
  nothing: 'nothing found',
  outcome: 'Outcome',
  everyOutcome: 'All outcomes',
  open: 'not settled yet',
  outcomes: {
    trial: 'a trial',
    used: 'used',
    opened: 'opened',
    listed: 'a list',
    continued: 'went on',
    reformulated: 'asked anew',
    inVain: 'in vain',
    abandoned: 'left alone',
  },
}

/** What 检索记录 says. */
export const searchTexts: Record<Language, typeof zhSearch> = { zh: zhSearch, en: enSearch }
