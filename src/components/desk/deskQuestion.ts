import { categoryKeys, libraries } from '@/access/rules'
import { FRESHNESS_DAYS } from '@/search/types'

/** What the desk is asked: words and filters; kept in the address, so that a reload or a colleague sees the same. */
export type Question = {
  words: string
  library: string
  unit: string
  category: string
  /** Approved within so many days. */
  freshness: string
}

/** Characters the box takes: more than any caller's sentence. */
export const longestWords = 1_000

const names = {
  ...{ words: 'q', library: 'library', unit: 'unit', category: 'category' },
  freshness: 'freshness',
} as const

export const noFilters = { library: '', unit: '', category: '', freshness: '' }

export const isNarrowed = ({ words: _words, ...filters }: Question): boolean =>
  Object.values(filters).some(Boolean)

export function questionQuery(question: Question): URLSearchParams {
  const query = new URLSearchParams()
  for (const [key, name] of Object.entries(names)) {
    const value = question[key as keyof Question].trim()
    if (value) query.set(name, value)
  }
  return query
}

/** Tells one question from another: hits, and what was opened among them, belong to the one they were asked with. */
export const keyOf = (question: Question): string => questionQuery(question).toString()

type Given = Record<string, string | string[] | undefined>

/** What an address says, leniently: what is not understood is as if it were not there. */
export function readAddress(given: Given): { question: Question; entry: string | null } {
  const of = (name: string) => {
    const value = given[name]
    return typeof value === 'string' ? value : ''
  }
  const known = (name: string, allowed: readonly unknown[]) =>
    allowed.some((value) => String(value) === of(name)) ? of(name) : ''
  const question = {
    words: of('q').slice(0, longestWords),
    library: known('library', libraries),
    unit: /^[\w-]{1,64}$/.test(of('unit')) ? of('unit') : '',
    category: known('category', categoryKeys),
    freshness: known('freshness', FRESHNESS_DAYS),
  }
  return { question, entry: of('entry') || null }
}

/** The filters of a question as reading takes them. */
export const filtersIn = ({ library, unit, category, freshness }: Question) => ({
  library: library || undefined,
  unit: unit || undefined,
  category: category || undefined,
  freshness: freshness ? Number(freshness) : undefined,
})

export function deskAddress(question: Question, entry: string | null): string {
  const query = questionQuery(question)
  if (entry) query.set('entry', entry)
  const text = query.toString()
  return text ? `/desk?${text}` : '/desk'
}
