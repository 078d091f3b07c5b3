import type { Language } from './language'

const zh = {
  suggestions: '输入提示',
  suggested: (count: number) => `${count} 条提示，按上下键选择`,
  popular: '常查',
  alsoAsked: '相似问法',
  corrected: (typed: string, used: string) => `没有“${typed}”，已按“${used}”查找`,
  dropped: (words: string) => `未用到：${words}`,
  between: '、',
  freshness: '审批时间',
  everyTime: '全部时间',
  within: (days: number) => (days === 365 ? '一年内' : `${days} 天内`),
  counted: (name: string, count: number) => `${name}（${count}）`,
  clear: '清除筛选',
  every: '全部',
  why: '为什么排在这里',
  place: {
    first: '由中心置顶',
    exact: '与所问完全一致',
    scored: '按得分排列',
  },
  whyWord: '词',
  whyRarity: '稀有程度',
  whyScore: '得分',
  synonym: '同义词',
  pairs: '相邻字',
  sound: '读音',
  factors: {
    held: '所问占比',
    inTitle: '标题命中',
    freshness: '新近程度',
    ownUnit: '本单位',
    use: '使用次数',
  },
}

const en: typeof zh = {
  suggestions: 'Suggestions',
  suggested: (count) => `${count} suggestions, choose with the arrow keys`,
  popular: 'often asked',
  alsoAsked: 'also asked as',
  corrected: (typed, used) => `Nothing has “${typed}”; looked for “${used}” instead`,
  dropped: (words) => `Not used: ${words}`,
  between: ', ',
  freshness: 'Approved',
  everyTime: 'Any time',
  within: (days) => (days === 365 ? 'Within a year' : `Within ${days} days`),
  counted: (name, count) => `${name} (${count})`,
  clear: 'Clear filters',
  every: 'All',
  why: 'Why in this order',
  place: {
    first: 'Put first by the centre',
    exact: 'The question itself',
    scored: 'By its score',
  },
  whyWord: 'Word',
  whyRarity: 'Rarity',
  whyScore: 'Score',
  synonym: 'synonym',
  pairs: 'Neighbouring characters',
  sound: 'Sound',
  factors: {
    held: 'Share of what was asked',
    inTitle: 'In the title',
    freshness: 'Freshness',
    ownUnit: 'Own unit',
    use: 'Use',
  },
}

/** Words of asking that desk and portal share. */
export const askingTexts: Record<Language, typeof zh> = { zh, en }
