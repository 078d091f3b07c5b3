/** What the centre keeps of search, and the limits of it. */

/** 同义词: words for the same thing. 专用词: words that a query keeps whole. */
export const termKinds = ['synonyms', 'words'] as const
export type TermKind = (typeof termKinds)[number]

/** So many words a group has; a word to keep whole may stand alone. */
export const wordsOfTerm: Record<TermKind, { least: number; most: number }> = {
  synonyms: { least: 2, most: 20 },
  words: { least: 1, most: 20 },
}
/** Characters of one word. */
export const longestTerm = 40

/** 置顶 puts an entry first for one query, 屏蔽 leaves it out of that query's hits. */
export const placementKinds = ['pin', 'ban'] as const
export type PlacementKind = (typeof placementKinds)[number]

/** 热点: 置顶 puts an entry first among the hotspots, 隐藏 leaves it out of them. */
export const hotspotPlacementKinds = ['pin', 'hide'] as const
export type HotspotPlacementKind = (typeof hotspotPlacementKinds)[number]

/** Characters of a query that something is kept of. */
export const longestQuery = 100

/** 热门查询: what is kept of a query that found something, and when it is offered to others. */
export const popular = {
  shortest: 2,
  longest: 40,
  /** Asked by so many different people or sessions. */
  askers: 3,
  /** Days after which a query that nobody asks any more is forgotten. */
  keptDays: 90,
} as const

/** Requests a minute that a system may make where nothing else was set. */
export const usualRate = 600
