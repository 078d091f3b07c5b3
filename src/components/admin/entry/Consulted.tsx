'use client'

import { dialogTexts } from '@/i18n/dialogTexts'
import { labelled } from '@/i18n/language'
import { momentOf } from '../dates'
import type { Situation } from '../situationOf'
import { useTexts } from '../useTexts'

/** 会同校核: which units were asked to agree and what each answered. */
export function Consulted({ units }: { units: Situation['consulted'] }) {
  const { language } = useTexts()
  const texts = dialogTexts[language]
  return (
    <section className="zk-panel zk-consulted">
      <h2>{texts.consulted}</h2>
      <p className="zk-soft">{texts.consultedNote}</p>
      <ul>
        {units.map(({ unit, unitName, answer }) => (
          <li key={unit}>
            {labelled(language, unitName, ' ')}
            {answer ? (
              <>
                <strong>{answer.agrees ? texts.agrees : texts.objects}</strong> {answer.sentence}{' '}
                <span className="zk-soft">
                  {answer.byName} {momentOf(answer.at)}
                </span>
              </>
            ) : (
              <span className="zk-soft">{texts.waitingFor}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
