import type { Language } from './language'

const zh = {
  record: '知识库浏览记录',
  about:
    '本单位及下级单位现有的内容（各库），谁在何时通过哪个入口打开过。市民不记姓名；一小时内再次打开不计入阅读次数。',
  aboutAll:
    '各单位的内容（各库），谁在何时通过哪个入口打开过。市民不记姓名；一小时内再次打开不计入阅读次数。',
  aboutOwn: '本人打开过的已发布内容（各库）。一小时内再次打开不计入阅读次数。',
  gone: '（现已无权查看）',
  export: '导出 CSV',
  at: '时间（北京时间）',
  title: '当时的标题',
  reader: '读者',
  channel: '入口',
  counts: '计入阅读次数',
  yes: '是',
  no: '否',
  citizen: '市民',
  repeat: '重复打开',
  entry: '编号',
  from: '起始日期',
  to: '截止日期',
  everybody: '全部读者',
  mine: '只看本人',
  thisReader: '只看所选读者',
  empty: '还没有浏览记录。有人打开已发布的内容后，几秒内出现在这里。',
  channels: { desk: '查询台', portal: '市民网站', system: '接入系统' },
}

const en: typeof zh = {
  record: 'Readings',
  about:
    'Who opened what your unit and those below answer for now, of all libraries, when and through which door. Citizens have no name; what is opened again within the hour does not count.',
  aboutAll:
    'Who opened what, of all units and libraries, when and through which door. Citizens have no name; what is opened again within the hour does not count.',
  aboutOwn:
    'The live texts you opened, of all libraries. What is opened again within the hour does not count.',
  gone: '(no longer yours to read)',
  export: 'Export as CSV',
  at: 'At (Beijing time)',
  title: 'Title then',
  reader: 'Reader',
  channel: 'Through',
  counts: 'Counted',
  yes: 'yes',
  no: 'no',
  citizen: 'A citizen',
  repeat: 'again',
  entry: 'Number',
  from: 'From',
  to: 'To',
  everybody: 'All readers',
  mine: 'Only mine',
  thisReader: 'Only the chosen reader',
  empty: 'No readings yet. What somebody opens is here some seconds later.',
  channels: { desk: 'the desk', portal: 'the portal', system: 'a connected system' },
}

/** What 浏览记录 says. */
export const viewTexts: Record<Language, typeof zh> = { zh, en }
