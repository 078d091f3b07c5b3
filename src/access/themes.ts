/** Limits of a 主题, an event of life by which citizens look for answers. */
export const longestTheme = 12
export const placesOfTheme = { first: 1, last: 99 } as const
/** So many an entry may have: what belongs everywhere belongs nowhere. */
export const mostThemes = 5
/** A theme as an address names it: its id. */
export const themeKey = /^[\w-]{1,64}$/

/** How a row of readers' texts names its themes: in one text, each between blanks, so that one is found in it. */
export const inOneText = (keys: readonly string[]): string | null =>
  keys.length > 0 ? ` ${[...new Set(keys)].sort().join(' ')} ` : null

export const keysIn = (themes: unknown): string[] =>
  typeof themes === 'string' ? themes.split(' ').filter(Boolean) : []

/** What such a text contains that names this theme. */
export const asNamed = (key: string): string => ` ${key} `
