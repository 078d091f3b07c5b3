'use client'

import { Button, toast, useDocumentInfo, useForm } from '@payloadcms/ui'
import { useState } from 'react'
import { dialogTexts } from '@/i18n/dialogTexts'
import { ask } from './ask'
import { Dialog } from './Dialog'
import { settled } from './settled'
import { useTexts } from './useTexts'

type Shown = { token: string; isOpenToPublic: boolean }

/** 预览: what is in the form now, as citizens and agents will see it; nothing is saved. */
export function PreviewButton() {
  const { texts, language } = useTexts()
  const { collectionSlug = '' } = useDocumentInfo()
  const { getData } = useForm()
  const [isBusy, setIsBusy] = useState(false)
  const [shown, setShown] = useState<Shown | null>(null)

  async function onClick() {
    setIsBusy(true)
    await settled(getData)
    const body = getData()
    const path = `/api/${collectionSlug}/preview`
    const outcome = await ask<{ token: string }>(path, { method: 'POST', body, language })
    setIsBusy(false)
    if (!outcome.ok) toast.error(outcome.detail || texts.failed)
    else setShown({ token: outcome.data.token, isOpenToPublic: body.openToPublic === true })
  }
  return (
    <>
      <Button
        id="preview"
        buttonStyle="secondary"
        size="medium"
        disabled={isBusy}
        onClick={() => void onClick()}
      >
        {dialogTexts[language].preview}
      </Button>
      {shown && <Preview {...shown} onClose={() => setShown(null)} />}
    </>
  )
}

const screens = ['asPortal', 'asPhone', 'asDesk'] as const
type Screen = (typeof screens)[number]

type Props = { token: string; isOpenToPublic: boolean; onClose: () => void }

/** Readers' own pages in a frame, so that nothing is drawn twice. */
function Preview({ token, isOpenToPublic, onClose }: Props) {
  const { texts: common, language } = useTexts()
  const texts = dialogTexts[language]
  const [screen, setScreen] = useState<Screen>(isOpenToPublic ? 'asPortal' : 'asDesk')
  const address = screen === 'asDesk' ? `/desk/preview/${token}` : `/preview/${token}`
  return (
    <Dialog title={texts.preview} onClose={onClose} isWide>
      <div className="zk-filter" role="group" aria-label={texts.preview}>
        {screens.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === screen}
            onClick={() => setScreen(each)}
          >
            {texts[each]}
          </button>
        ))}
      </div>
      <p className="zk-soft">
        {texts.previewNote}{' '}
        {!isOpenToPublic && screen !== 'asDesk' && <strong>{texts.previewClosed}</strong>}
      </p>
      <iframe
        key={screen}
        className={`zk-preview zk-preview--${screen}`}
        src={address}
        title={texts[screen]}
      />
      <div className="zk-buttons">
        <Button margin={false} onClick={onClose}>
          {common.close}
        </Button>
      </div>
    </Dialog>
  )
}
