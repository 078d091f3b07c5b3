import { fill } from '@/i18n/adminTexts'
import { auditActions, auditGroups } from '@/i18n/auditActions'
import { auditTexts } from '@/i18n/auditDetails'
import type { Language } from '@/i18n/language'
import { recordTexts } from '@/i18n/records'
import { wholeGroup, type AuditWanted } from '@/workflow/audit/wanted'
import { FilterEnd } from '../FilterEnd'
import { auditAddress } from './auditAddress'

type Props = { wanted: AuditWanted; language: Language }

/** What narrows the log: a matter or one action, a person, what it is about, days. */
export function AuditFilters({ wanted, language }: Props) {
  const texts = auditTexts[language]
  const words = recordTexts[language]
  const isNarrowed = Object.values(wanted).some(Boolean)
  return (
    <form className="zk-filters" method="get" action={auditAddress()} aria-label={words.filter}>
      <select name="action" aria-label={texts.action} defaultValue={wanted.action}>
        <option value="">
          {words.everything}
          {texts.action}
        </option>
        {auditGroups.map(({ key, label, actions }) => (
          <optgroup key={key} label={label[language]}>
            <option value={wholeGroup(key)}>{fill(texts.allOf, { group: label[language] })}</option>
            {actions.map((action) => (
              <option key={action} value={action}>
                {auditActions[action][language]}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {(['person', 'search'] as const).map((name) => (
        <input
          key={name}
          type="search"
          name={name}
          aria-label={texts[name]}
          placeholder={texts[name]}
          defaultValue={wanted[name]}
        />
      ))}
      {(['from', 'until'] as const).map((name) => (
        <label key={name}>
          {texts[name]}
          <input type="date" name={name} defaultValue={wanted[name]} />
        </label>
      ))}
      <FilterEnd texts={words} isNarrowed={isNarrowed} whole={auditAddress()} />
    </form>
  )
}
