'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { dialogTexts } from '@/i18n/dialogTexts'
import { Dialog } from './Dialog'
import { useTexts } from './useTexts'

const screens = ['asPortal', 'asPhone', 'asDesk'] as const
type Screen = (typeof screens)[number]

type Props = { token: string; isOpenToPublic: boolean; onClose: () => void }

/** Readers' own pages in a frame, so that nothing is drawn twice. */
export function Preview({ token, isOpenToPublic, onClose }: Props) {
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
