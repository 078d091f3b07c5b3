import { useMemo, useState } from 'react'
import { withPhoneLinks } from '@/components/phoneLinks'
import { deskEntryTexts } from '@/i18n/deskEntry'
import type { Language } from '@/i18n/language'
import { materialsOf, nearestFirst, sectionsOf, type Section } from '@/reading/sections'
import type { Copied } from './useCopying'

type Props = {
  language: Language
  html: string
  /** The district that was chosen, by its name: what is told of it stands first among places. */
  district: string | null
  /** Null of a preview, of which nothing is copied. */
  onCopy: ((copied: Copied) => void) | null
}

/** Blocks that name places, and such that are about telephones. */
const placed = ['place', 'channels', 'hours', 'phone', 'complaints']
const dialled = ['phone', 'complaints']

/** The answer's blocks, each with its heading and copied by itself; materials can be ticked. */
export function AnswerSections({ language, html, district, onCopy }: Props) {
  const sections = useMemo(() => sectionsOf(html), [html])
  const texts = deskEntryTexts[language]
  return (
    <div className="answer-parts">
      {sections.map((section, at) => (
        <section key={at} className="answer-part" data-part={section.part ?? undefined}>
          {section.heading && (
            <div className="answer-part__head">
              <h3>{section.heading}</h3>
              {onCopy && (
                <button
                  type="button"
                  className="plain"
                  aria-label={texts.copyPartOf(section.heading)}
                  onClick={() => onCopy({ section: at })}
                >
                  {texts.copyPart}
                </button>
              )}
            </div>
          )}
          {section.part === 'materials' ? (
            <Materials
              {...{ language, section }}
              onCopyMissing={onCopy && ((missing) => onCopy({ section: at, missing }))}
            />
          ) : (
            <div
              className="text"
              dangerouslySetInnerHTML={{ __html: shownOf(section, district) }}
            />
          )}
        </section>
      ))}
    </div>
  )
}

function shownOf({ part, html }: Section, district: string | null): string {
  const isOf = (some: readonly string[]) => part !== null && some.includes(part)
  const ordered = isOf(placed) ? nearestFirst(html, district) : html
  return withPhoneLinks(ordered, isOf(dialled))
}

type MaterialsProps = {
  language: Language
  section: Section
  /** Rows that are not ticked, by their place. */
  onCopyMissing: ((missing: number[]) => void) | null
}

/** What a caller has is ticked while one talks; it goes with the entry. */
function Materials({ language, section, onCopyMissing }: MaterialsProps) {
  const texts = deskEntryTexts[language]
  const rows = useMemo(() => materialsOf(section), [section])
  const [held, setHeld] = useState<ReadonlySet<number>>(new Set())
  const missing = rows.flatMap((_, at) => (held.has(at) ? [] : [at]))
  const tick = (at: number) => {
    const next = new Set(held)
    if (!next.delete(at)) next.add(at)
    setHeld(next)
  }
  return (
    <>
      <ul className="materials">
        {rows.map(({ name, details }, at) => (
          <li key={at}>
            <label>
              <input type="checkbox" checked={held.has(at)} onChange={() => tick(at)} />
              <span>
                {name}
                {details.length > 0 && <small>{details.join(' · ')}</small>}
              </span>
            </label>
          </li>
        ))}
      </ul>
      {held.size > 0 && (
        <p className="materials-end">
          <span role="status">{texts.have(held.size, rows.length)}</span>{' '}
          {onCopyMissing && missing.length > 0 && (
            <button type="button" className="plain" onClick={() => onCopyMissing(missing)}>
              {texts.copyMissing}
            </button>
          )}
        </p>
      )}
    </>
  )
}
