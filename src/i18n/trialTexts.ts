const zh = {
  title: '试算',
  about: '保存前看一看效果：不会保存，读者看不到变化。',
  working: '正在试算……',
  before: '现在',
  after: '保存后',
  leaves: '将不再出现',
  comes: '新出现',
  nothing: '没有结果',
  none: '还没有评判问题。登记几条“评判问题”，就能看到改动对它们的影响。',
  mrr: '{n} 个评判问题的平均得分（MRR@10，满分 1）：现在 {before}，保存后 {after}',
  untouched: '没有评判问题受影响。',
  touched: '受影响的评判问题：正确内容排在第几',
  query: '查询',
  first: '第一条结果',
  same: '不变',
  place: '第 {n} 条',
  notFound: '前 10 条没有',
}

const en: typeof zh = {
  title: 'Try',
  about: 'Shows what saving would do; nothing is saved.',
  working: 'Trying…',
  before: 'Now',
  after: 'After saving',
  leaves: 'leaves',
  comes: 'new',
  nothing: 'nothing',
  none: 'There are no judged queries yet. Add some to see what a change does to them.',
  mrr: 'Mean score of {n} judged queries (MRR@10, at most 1): now {before}, after saving {after}',
  untouched: 'No judged query is touched.',
  touched: 'Judged queries that are touched: where the right entry stands',
  query: 'Query',
  first: 'First hit',
  same: 'the same',
  place: 'place {n}',
  notFound: 'not in the first 10',
}

/** What the trial of a change of search says. */
export const trialTexts = { zh, en }
