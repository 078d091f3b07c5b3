import { Link } from '@payloadcms/ui'
import type { Actor } from '@/access/actor'
import type { Language } from '@/i18n/language'
import { mergeTexts } from '@/i18n/merging'
import type { Duplicate, DuplicateText } from '@/workflow/tasks/duplicates'

type Props = { duplicates: readonly Duplicate[]; actor: Actor; language: Language }

/** 疑似重复: pairs that this person may propose to merge, from the page of their own. */
export function Duplicates({ duplicates, actor, language }: Props) {
  const texts = mergeTexts[language]
  if (duplicates.length === 0) return null
  return (
    <details className="zk-panel">
      <summary>{texts.duplicates(duplicates.length)}</summary>
      <p className="zk-soft">{texts.duplicatesAbout}</p>
      <ul className="zk-rows">
        {duplicates.map(({ one, other }) => (
          <li key={`${one.entry} ${other.entry}`}>
            {[one, other].map((text) => (
              <span key={text.entry}>
                <Link href={addressFor(actor, text)} prefetch={false}>
                  {text.number} {text.title}
                </Link>{' '}
                <span className="zk-soft">{text.unit.name}</span>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Where they write it, or what readers see of another unit's. */
const addressFor = (
  { unit: own, roles }: Actor,
  { entry, library, number, unit }: DuplicateText,
) =>
  unit.id === own || roles.includes('centre')
    ? `/admin/collections/${library}/${entry}`
    : `/e/${number}`
