'use client'

import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { resetTexts, situationNames } from '@/i18n/phrases'
import type { ChangedPreset } from '@/workflow/phrases/resetPhrases'
import { ask } from '../ask'
import { QuestionDialog } from '../Dialog'
import { useTexts } from '../useTexts'

type Props = { changed: readonly ChangedPreset[] }

/** What the centre keeps otherwise than a city begins with, each beside its preset, and the chosen ones back to it. */
export function ResetPhrases({ changed }: Props) {
  const { texts: common, language } = useTexts()
  const texts = resetTexts[language]
  const router = useRouter()
  const [isOpen, setIsOpen] = useState(false)
  const [left, setLeft] = useState<readonly string[]>([])
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const ids = changed.map(({ preset }) => preset.id).filter((id) => !left.includes(id))

  function open() {
    setLeft([])
    setProblem('')
    setIsOpen(true)
  }
  async function reset() {
    setProblem(ids.length === 0 ? texts.chooseOne : '')
    if (ids.length === 0) return
    setIsBusy(true)
    const outcome = await ask<{ reset: string[] }>('/api/phrases/reset', {
      ...{ method: 'POST', body: { ids }, language },
    })
    setIsBusy(false)
    if (!outcome.ok) return setProblem(outcome.detail || common.failed)
    toast.success(texts.done(outcome.data.reset.length))
    setIsOpen(false)
    router.refresh()
  }
  return (
    <>
      <Button id="reset-phrases" buttonStyle="secondary" size="small" margin={false} onClick={open}>
        {texts.reset}
      </Button>
      {isOpen && (
        <QuestionDialog
          title={texts.reset}
          action={texts.confirm}
          problem={problem}
          isBusy={isBusy}
          isWide
          onClose={() => setIsOpen(false)}
          onSubmit={() => void reset()}
        >
          <p>{texts.about}</p>
          <ul className="zk-confirmations">
            {changed.map((one) => (
              <li key={one.preset.id}>
                <label className="zk-check">
                  <input
                    type="checkbox"
                    name={one.preset.id}
                    checked={!left.includes(one.preset.id)}
                    onChange={({ target }) =>
                      setLeft(
                        target.checked
                          ? left.filter((id) => id !== one.preset.id)
                          : [...left, one.preset.id],
                      )
                    }
                  />
                  <Compared changed={one} />
                </label>
              </li>
            ))}
          </ul>
        </QuestionDialog>
      )}
    </>
  )
}

/** A phrase as it is, and as it will be. */
function Compared({ changed: { preset, now } }: { changed: ChangedPreset }) {
  const { language } = useTexts()
  const texts = resetTexts[language]
  const told = ({ situation, text, words, order }: NonNullable<ChangedPreset['now']>) => (
    <>
      {situationNames[situation][language]} · <span lang="zh-CN">{text}</span>
      <small className="zk-soft">
        {[...(words.length > 0 ? [texts.shownAt(words.join('、'))] : []), texts.place(order)].join(
          ' · ',
        )}
      </small>
    </>
  )
  return (
    <span className="zk-compared">
      <span>
        <strong>{texts.now}</strong> {now ? told(now) : texts.deleted}
      </span>
      <span>
        <strong>{texts.preset}</strong> {told(preset)}
      </span>
    </span>
  )
}
