import type { Language } from '@/i18n/language'
import { adminTexts } from '@/i18n/adminTexts'
import { recordTexts } from '@/i18n/records'
import { viewTexts } from '@/i18n/views'
import type { Choice } from '@/workflow/tree/readUnits'
import type { ViewsWanted } from '@/workflow/usage/viewsWanted'
import { FilterEnd, UnitOptions } from '../parts'
import { viewsAddress } from './viewsAddress'

type Props = {
  wanted: ViewsWanted
  /** The first day that is shown. */
  from: string
  /** Whose entries the record may be narrowed to. */
  units: readonly Choice[]
  language: Language
  isOfOthers: boolean
  /** Whose readings are wanted; empty where nothing is there that tells. */
  readerName: string
}

/** What narrows the record: a unit, an entry, one's own or another reader's, days. */
export function ViewFilters({ wanted, from, units, language, isOfOthers, readerName }: Props) {
  const [texts, words] = [viewTexts[language], recordTexts[language]]
  const shared = adminTexts[language]
  const { reader } = wanted
  return (
    <form className="zk-filters" method="get" action={viewsAddress()} aria-label={words.filter}>
      {units.length > 1 && (
        <select name="unit" aria-label={shared.filterByUnit} defaultValue={wanted.unit ?? ''}>
          <option value="">{shared.allUnits}</option>
          <UnitOptions units={units} />
        </select>
      )}
      <input
        type="search"
        name="entry"
        aria-label={texts.entry}
        placeholder={texts.entry}
        defaultValue={wanted.entry}
      />
      {(['from', 'to'] as const).map((name) => (
        <label key={name}>
          {texts[name]}
          <input type="date" name={name} defaultValue={name === 'from' ? from : wanted.to} />
        </label>
      ))}
      {isOfOthers && (
        <select name="reader" aria-label={texts.reader} defaultValue={reader ?? ''}>
          <option value="">{texts.everybody}</option>
          <option value="me">{texts.mine}</option>
          {reader && reader !== 'me' && (
            <option value={reader}>{readerName || texts.thisReader}</option>
          )}
        </select>
      )}
      <label>
        <input
          type="checkbox"
          name="counted"
          value="yes"
          defaultChecked={wanted.counted === 'yes'}
        />{' '}
        {texts.countedOnly}
      </label>
      <FilterEnd texts={words} isNarrowed={Object.keys(wanted).length > 0} whole={viewsAddress()} />
    </form>
  )
}
