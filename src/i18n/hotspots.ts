import type { Language } from './language'

/** Below, a percentage says nothing. */
const fewest = 20

type Figures = Record<'uses' | 'readers' | 'usesBefore' | 'readersBefore', number>

/** What weighs more is told: a use as much as ten readers. */
export const isUsed = ({ uses, readers }: Pick<Figures, 'uses' | 'readers'>) =>
  10 * uses >= readers && uses > 0

/** By how many percent it is more or less than the week before; null where that is too little to tell. */
export function changeOf({ uses, usesBefore, readers, readersBefore }: Figures): number | null {
  const [now, before] = isUsed({ uses, readers }) ? [uses, usesBefore] : [readers, readersBefore]
  return before < fewest ? null : Math.round((now / before - 1) * 100)
}

const signed = (change: number): string => (change < 0 ? `−${-change} %` : `+${change} %`)

const zh = {
  title: '热点',
  ofUnit: '本单位的热点',
  about: '近七天读得最多、用得最多的内容',
  inDistrict: (name: string) => `${name}的热点`,
  aboutDistrict: '近七天为本地的事读得最多、用得最多的内容，不论归哪个单位',
  none: '近七天还没有形成热点。有内容被多次阅读或使用后，会出现在这里。',
  failed: '热点这次没有取到，稍后会自动再取。',
  pinned: '中心置顶',
  uses: (n: number) => `本周 ${n} 次使用`,
  readers: (n: number) => `本周 ${n} 人次阅读`,
  change: (change: number) => `，较上周 ${signed(change)}`,
  place: '干预',
  placeOf: (title: string) => `干预热点：${title}`,
}

const en: typeof zh = {
  title: 'Hotspots',
  ofUnit: 'Hotspots of our unit',
  about: 'What was read and used most in the last seven days',
  inDistrict: (name) => `Hotspots of ${name}`,
  aboutDistrict:
    'What was read and used most for matters of this district in the last seven days, whoever answers for it',
  none: 'No hotspots within these seven days. What is read or used often appears here.',
  failed: 'The hotspots did not come; they are asked for again later.',
  pinned: 'pinned by the centre',
  uses: (n) => `used ${n} times this week`,
  readers: (n) => `read by ${n} this week`,
  change: (change) => `, ${signed(change)} against last week`,
  place: 'Place',
  placeOf: (title) => `Place the hotspot: ${title}`,
}

export const hotspotTexts: Record<Language, typeof zh> = { zh, en }

type Why = { figures: Figures; isPinned: boolean }

/** Why it is hot, in a sentence: 本周 132 次使用，较上周 +45 %. */
export function whyHot({ figures, isPinned }: Why, language: Language): string {
  const texts = hotspotTexts[language]
  const { uses, readers } = figures
  if (uses === 0 && readers === 0) return isPinned ? texts.pinned : ''
  const change = changeOf(figures)
  const counted = isUsed(figures) ? texts.uses(uses) : texts.readers(readers)
  const said = counted + (change === null ? '' : texts.change(change))
  return isPinned ? `${texts.pinned} · ${said}` : said
}
