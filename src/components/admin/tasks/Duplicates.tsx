import { Link } from '@payloadcms/ui'
import type { Language } from '@/i18n/language'
import { mergeTexts } from '@/i18n/merging'
import type { Duplicate } from '@/workflow/tasks/duplicates'

type Props = { duplicates: readonly Duplicate[]; language: Language }

/** 疑似重复: pairs that this person may propose to merge, from the page of either. */
export function Duplicates({ duplicates, language }: Props) {
  const texts = mergeTexts[language]
  if (duplicates.length === 0) return null
  return (
    <details className="zk-panel">
      <summary>{texts.duplicates(duplicates.length)}</summary>
      <p className="zk-soft">{texts.duplicatesAbout}</p>
      <ul className="zk-rows">
        {duplicates.map(({ one, other }) => (
          <li key={`${one.entry} ${other.entry}`}>
            {[one, other].map(({ entry, library, number, title, unit }) => (
              <span key={entry}>
                <Link href={`/admin/collections/${library}/${entry}`} prefetch={false}>
                  {number} {title}
                </Link>{' '}
                <span className="zk-soft">{unit.name}</span>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </details>
  )
}
