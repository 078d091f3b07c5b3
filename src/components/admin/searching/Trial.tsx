'use client'

import { Button } from '@payloadcms/ui'
import { useState, type ReactNode } from 'react'
import { trialTexts } from '@/i18n/records'
import { ask } from '../ask'
import { useTexts } from '../useTexts'

type Props<Answer> = {
  path: string
  /** What stands in the form now. */
  body: () => unknown
  children: (answer: Answer) => ReactNode
}

/** Shows what saving would do. Saves nothing, and refuses nothing. */
export function Trial<Answer>({ path, body, children }: Props<Answer>) {
  const { texts: common, language } = useTexts()
  const texts = trialTexts[language]
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [status, setStatus] = useState('')

  async function run() {
    setStatus(texts.working)
    const asked = await ask<Answer>(path, { method: 'POST', body: body(), language })
    setAnswer(asked.ok ? asked.data : null)
    setStatus(asked.ok ? '' : asked.detail || common.failed)
  }
  return (
    <section className="field-type zk-trial" aria-label={texts.title}>
      <Button type="button" buttonStyle="secondary" margin={false} onClick={() => void run()}>
        {texts.title}
      </Button>
      <p className="zk-soft">{texts.about}</p>
      <p role="status">{status}</p>
      {answer && children(answer)}
    </section>
  )
}
