import { wholeNumber } from '../list/libraryAsked'
import type { RecordListOf } from './recordLists'

export type RecordsAsked = ReturnType<typeof recordsAsked>

/** What the address asks for; what is not understood is as if it were not there. */
export function recordsAsked(list: RecordListOf, query: Record<string, unknown> | undefined) {
  const textOf = (name: string) => {
    const value = query?.[name]
    return typeof value === 'string' ? value.trim().slice(0, 100) : ''
  }
  const value = list.filter ? textOf(list.filter.name) : ''
  return {
    search: textOf('search'),
    value: list.filter?.options.some((option) => option.value === value) ? value : '',
    page: wholeNumber(query?.page, 1),
  }
}
