import { isVisibleTo } from '@/access/audience'
import {
  FRESHNESS_DAYS,
  type Facets,
  type SearchDocument,
  type SearchFilters,
} from '@/search/types'
import { DAY } from './documents'

/** What the filters allow, by looking at every document. */
export function allowedBy(
  filters: SearchFilters,
  documents: readonly SearchDocument[],
): SearchDocument[] {
  return documents.filter(
    (document) =>
      isShown(document, filters) &&
      Object.values(passes(document, filters)).every((isPassed) => isPassed),
  )
}

/** What is counted of what was found, by looking at every document. */
export function facetsBy(filters: SearchFilters, found: readonly SearchDocument[]): Facets {
  const counted = (facet: keyof Facets) => {
    const counts: Record<string, number> = {}
    for (const document of found) {
      const others = Object.entries(passes(document, filters)).filter(([name]) => name !== facet)
      if (!isShown(document, filters) || others.some(([, isPassed]) => !isPassed)) continue
      for (const value of valuesOf(document, filters.now)[facet]) {
        counts[value] = (counts[value] ?? 0) + 1
      }
    }
    return counts
  }
  const none = Object.fromEntries(FRESHNESS_DAYS.map((days) => [days, 0]))
  return {
    library: counted('library'),
    unit: counted('unit'),
    category: counted('category'),
    theme: counted('theme'),
    freshness: { ...none, ...counted('freshness') },
  }
}

function isShown(document: SearchDocument, { audience, now, exclude = [] }: SearchFilters) {
  return isVisibleTo(audience, document, now) && !exclude.includes(document.id)
}

function passes(document: SearchDocument, filters: SearchFilters): Record<keyof Facets, boolean> {
  const { library, unit, category, theme, approvedSince = -Infinity } = filters
  return {
    library: library === undefined || document.library === library,
    unit: unit === undefined || document.unit === unit || document.unitAbove === unit,
    category: category === undefined || document.category === category,
    theme: theme === undefined || document.themes.includes(theme),
    freshness: document.approvedAt >= approvedSince,
  }
}

function valuesOf(document: SearchDocument, now: number): Record<keyof Facets, string[]> {
  const { library, unit, unitAbove, category, themes, approvedAt } = document
  return {
    library: [library],
    unit: [unit, ...(unitAbove === null ? [] : [unitAbove])],
    category: category === '' ? [] : [category],
    theme: [...themes],
    freshness: FRESHNESS_DAYS.filter((days) => approvedAt >= now - days * DAY).map(String),
  }
}
