'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { importPageTexts } from '@/i18n/importPage'
import { useTexts } from '../useTexts'
import type { Batch, Overwrite } from './batches'
import { StartDialog } from './StartDialog'
import { TakeBackDialog } from './TakeBackDialog'
import type { Take } from './useImport'

type Props = { batch: Batch; overwrite: Overwrite; take: Take }

/** What is said of a batch nobody works on, and what may be done with it. */
export function BatchActions({ batch, overwrite, take }: Props) {
  const { language } = useTexts()
  const texts = importPageTexts[language]
  const [asked, setAsked] = useState<'start' | 'takeBack' | null>(null)
  const { state, counts, mayStart, mayTakeBack, library, id } = batch
  const close = () => setAsked(null)
  return (
    <>
      {state === 'done' && <p>{texts.done(counts.done, counts.failed + counts.refused)}</p>}
      {state === 'stopped' && <p>{texts.stopped(counts.done)}</p>}
      {state === 'takenBack' && <p>{texts.takenBack}</p>}
      {state === 'planned' && !mayStart && (
        <p className="zk-notice zk-notice--warm">{texts.cannotStart}</p>
      )}
      <div className="zk-buttons zk-buttons--start">
        {mayStart && (
          <Button margin={false} onClick={() => setAsked('start')}>
            {state === 'stopped' ? texts.goOn : texts.start}
          </Button>
        )}
        {(['xlsx', 'csv'] as const).map((as) => (
          <a key={as} className="zk-button" href={`/api/imports/${id}/result?as=${as}`} download>
            {texts.result} {as}
          </a>
        ))}
        {(state === 'done' || state === 'stopped') && (
          <a className="zk-button" href={`/admin/collections/${library}?sort=-updatedAt`}>
            {texts.toList}
          </a>
        )}
        {mayTakeBack && (
          <Button margin={false} buttonStyle="secondary" onClick={() => setAsked('takeBack')}>
            {texts.takeBack}
          </Button>
        )}
      </div>
      <p className="zk-soft">{texts.resultNote}</p>
      {asked === 'start' && <StartDialog {...{ batch, overwrite, take }} onClose={close} />}
      {asked === 'takeBack' && <TakeBackDialog {...{ batch, take }} onClose={close} />}
    </>
  )
}
