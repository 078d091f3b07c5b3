'use client'

import { fill } from '@/i18n/adminTexts'
import { handoverTexts } from '@/i18n/people'
import { labelled } from '@/i18n/language'
import type { Keeping } from '@/workflow/accounts/keeping/keepingOf'
import { momentOf } from '../dates'
import { useTexts } from '../useTexts'

/** 经办人: who looks after the entry, and how it came to them. */
export function KeptBy({ keeping }: { keeping: Keeping }) {
  const { language } = useTexts()
  const texts = handoverTexts[language]
  const { keeper, handovers } = keeping
  if (!keeper && handovers.length === 0) return null
  return (
    <div className="zk-keptby">
      <p>{labelled(language, texts.keeper, keeper ?? texts.none)}</p>
      {handovers.map(({ id, at, byName, from, to }) => (
        <p key={id} className="zk-soft">
          {texts.changed} {fill(texts.fromTo, { from: from ?? texts.none, to: to ?? texts.none })}
          {' · '}
          {byName} <time dateTime={at}>{momentOf(at)}</time>
        </p>
      ))}
    </div>
  )
}
