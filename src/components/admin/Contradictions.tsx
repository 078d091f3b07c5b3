'use client'

import { fill } from '@/i18n/adminTexts'
import { contradictionTexts, factKindNames, matterNames } from '@/i18n/facts'
import type { Side, ToldContradiction } from '@/workflow/facts/contradictions'
import { Marked, nameOf } from './Findings'
import { useTexts } from './useTexts'

/** What live texts say otherwise than this one, with both passages; nothing where none does. */
export function Contradictions({ all }: { all: readonly ToldContradiction[] }) {
  const { language } = useTexts()
  const texts = contradictionTexts[language]
  if (all.length === 0) return null
  const heading = fill(texts.heading, { n: all.length })
  return (
    <section className="zk-notice zk-notice--warm zk-findings" aria-label={heading}>
      <strong>{heading}</strong>
      <p className="zk-soft">{texts.note}</p>
      <ul>
        {all.map((told) => (
          <li key={told.id}>
            {sentenceOf(told, language)}
            <Passages told={told} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Where both say it. */
export function Passages({ told: { one, other } }: { told: ToldContradiction }) {
  const { language } = useTexts()
  const texts = contradictionTexts[language]
  const { number, title } = other
  const field = (side: Side) => ({ field: nameOf(side.field, language) })
  return (
    <ul className="zk-findings__passages">
      <li>
        <span>{fill(texts.here, field(one))}</span>
        <Marked item={one} />
      </li>
      <li>
        <a
          className="zk-link"
          href={`/e/${number}`}
          target="_blank"
          rel="noreferrer"
          title={texts.opens}
        >
          {fill(texts.there, { number, title, ...field(other) })}
        </a>
        <Marked item={other} />
      </li>
    </ul>
  )
}

function sentenceOf({ kind, matter, one, other }: ToldContradiction, language: 'zh' | 'en') {
  const { number, unit, text: theirs } = other
  const names = { kind: factKindNames[kind], matter: matterNames[matter] }
  return fill(contradictionTexts[language].about, {
    ...{ kind: names.kind?.[language] ?? '', matter: names.matter?.[language] ?? '' },
    ...{ ours: one.text, theirs, number, unit: unit.name },
  })
}
