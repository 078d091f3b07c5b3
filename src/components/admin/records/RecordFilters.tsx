import type { Language } from '@/i18n/language'
import { recordTexts } from '@/i18n/records'
import { FilterEnd } from '../FilterEnd'
import type { RecordListOf } from './recordLists'
import type { RecordsAsked } from './readRecords'

type Props = { list: RecordListOf; asked: RecordsAsked; language: Language }

/** What narrows such a list: words, one value of a column. */
export function RecordFilters({ list, asked, language }: Props) {
  const texts = recordTexts[language]
  const address = `/admin/collections/${list.slug}`
  const { filter } = list
  const isNarrowed = Boolean(asked.search || asked.value)
  return (
    <form className="zk-filters" method="get" action={address} aria-label={texts.filter}>
      <div className="zk-search">
        <input
          type="search"
          name="search"
          aria-label={list.search[language]}
          placeholder={list.search[language]}
          defaultValue={asked.search}
        />
      </div>
      {filter && (
        <select name={filter.name} aria-label={filter.label[language]} defaultValue={asked.value}>
          <option value="">
            {texts.everything}
            {filter.label[language]}
          </option>
          {filter.options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label[language]}
            </option>
          ))}
        </select>
      )}
      <FilterEnd texts={texts} isNarrowed={isNarrowed} whole={address} />
    </form>
  )
}
