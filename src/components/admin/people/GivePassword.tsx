'use client'

import { Button } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { fill } from '@/i18n/adminTexts'
import { labelled } from '@/i18n/language'
import { peopleTexts } from '@/i18n/people'
import { ask } from '../ask'
import { Dialog } from '../Dialog'
import { QuestionDialog } from '../steps/QuestionDialog'
import { useTexts } from '../useTexts'
import type { Listed } from '@/workflow/accounts/readPeople'

/** A new password, made by the server and shown this once. */
export function GivePassword({ person, onClose }: { person: Listed; onClose: () => void }) {
  const { texts: common, language } = useTexts()
  const texts = peopleTexts[language]
  const router = useRouter()
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState('')
  const [said, setSaid] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const title = labelled(language, texts.resetPassword, person.name)

  async function give() {
    setIsBusy(true)
    const path = `/api/users/${person.id}/give-password`
    const outcome = await ask<{ password: string }>(path, { method: 'POST', language })
    setIsBusy(false)
    if (outcome.ok) setPassword(outcome.data.password)
    else setProblem(outcome.detail || common.failed)
  }
  async function copy() {
    const isCopied = await navigator.clipboard?.writeText(password).then(
      () => true,
      () => false,
    )
    setSaid(isCopied ? texts.copied : texts.copyFailed)
  }
  function close() {
    router.refresh()
    onClose()
  }
  if (password) {
    return (
      <Dialog title={title} onClose={close}>
        <p>{texts.resetDone}</p>
        <p className="zk-password">
          <code>{password}</code>
        </p>
        <p className="zk-soft" role="status">
          {said}
        </p>
        <div className="zk-buttons">
          <Button buttonStyle="secondary" margin={false} onClick={() => void copy()}>
            {texts.copy}
          </Button>
          <Button margin={false} onClick={close}>
            {common.close}
          </Button>
        </div>
      </Dialog>
    )
  }
  return (
    <QuestionDialog
      title={title}
      action={texts.resetPassword}
      problem={problem}
      isBusy={isBusy}
      onClose={onClose}
      onSubmit={() => void give()}
    >
      <p>{fill(texts.resetText, { name: person.name })}</p>
    </QuestionDialog>
  )
}
