'use client'

import { toast, Button } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { states } from '@/access/rules'
import { fill } from '@/i18n/adminTexts'
import { labelled } from '@/i18n/language'
import { peopleTexts } from '@/i18n/people'
import { stateNames } from '@/i18n/steps'
import type { Leaving } from '@/workflow/accounts/keeping/leaving'
import { ask, useAnswer } from '../ask'
import { Dialog, QuestionDialog } from '../Dialog'
import { useTexts } from '../useTexts'
import type { Listed } from '@/workflow/accounts/readPeople'

/** What may be done to an account; one's own is changed by another operator. */
export function PersonActions({ person, isSelf }: { person: Listed; isSelf: boolean }) {
  const { texts: common, language } = useTexts()
  const texts = peopleTexts[language]
  const router = useRouter()
  const [asked, setAsked] = useState<'deactivate' | 'password' | null>(null)
  const { id, name, username, isActive, isLocked } = person

  async function send(path: string, method: 'POST' | 'PATCH', body: unknown, said: string) {
    const outcome = await ask(`/api/users${path}`, { method, body, language })
    if (outcome.ok) toast.success(said)
    else toast.error(outcome.detail || common.failed)
    router.refresh()
  }
  const activate = () =>
    send(`/${id}`, 'PATCH', { isActive: true }, fill(texts.activated, { name }))
  const unlock = () => send('/unlock', 'POST', { username }, texts.unlocked)
  return (
    <div className="zk-actions">
      <a
        className="zk-link"
        href={`/admin/collections/users/${id}`}
        aria-label={named(texts.change, name)}
      >
        {texts.change}
      </a>
      <a
        className="zk-link"
        href={`/admin/handover?from=${id}`}
        aria-label={named(texts.handOver, name)}
      >
        {texts.handOver}
      </a>
      {!isSelf && (
        <>
          {isActive ? (
            <Action label={texts.deactivate} of={name} onClick={() => setAsked('deactivate')} />
          ) : (
            <Action label={texts.activate} of={name} onClick={() => void activate()} />
          )}
          <Action label={texts.resetPassword} of={name} onClick={() => setAsked('password')} />
          {isLocked && <Action label={texts.unlock} of={name} onClick={() => void unlock()} />}
        </>
      )}
      {asked === 'deactivate' && <Deactivate person={person} onClose={() => setAsked(null)} />}
      {asked === 'password' && <GivePassword person={person} onClose={() => setAsked(null)} />}
    </div>
  )
}

/** Read aloud, a button of one row says whose it is. */
const named = (label: string, name: string) => `${label} ${name}`

type ActionProps = { label: string; of: string; onClick: () => void }

function Action({ label, of, onClick }: ActionProps) {
  return (
    <button type="button" className="zk-link" aria-label={named(label, of)} onClick={onClick}>
      {label}
    </button>
  )
}

/** A new password, made by the server and shown this once. */
function GivePassword({ person, onClose }: { person: Listed; onClose: () => void }) {
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

/** Asks before an account is switched off, and says what stays behind: entries, empty roles, what waits. */
function Deactivate({ person, onClose }: { person: Listed; onClose: () => void }) {
  const { texts: common, language } = useTexts()
  const texts = peopleTexts[language]
  const router = useRouter()
  const [refusal, setRefusal] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const { id, name } = person
  const { data: leaving, ...looked } = useAnswer<Leaving>(`/api/users/${id}/leaving`)
  const problem = refusal || looked.problem

  async function deactivate() {
    setIsBusy(true)
    const body = { isActive: false }
    const outcome = await ask(`/api/users/${id}`, { method: 'PATCH', body, language })
    setIsBusy(false)
    if (!outcome.ok) return setRefusal(outcome.detail || common.failed)
    toast.success(fill(texts.deactivated, { name }))
    router.refresh()
    onClose()
  }
  const count = Object.values(leaving?.kept ?? {}).reduce((sum, n) => sum + n, 0)
  return (
    <QuestionDialog
      title={labelled(language, texts.deactivate, name)}
      action={texts.deactivate}
      problem={problem}
      isBusy={isBusy}
      onClose={onClose}
      onSubmit={() => void deactivate()}
    >
      <p>{fill(texts.deactivateText, { name })}</p>
      <section className="zk-touched" aria-live="polite">
        <h3>{texts.leaves}</h3>
        {!leaving && !problem && <p className="zk-soft">{texts.looking}</p>}
        {leaving && sentencesOf(leaving).length === 0 && <p>{texts.leavesNothing}</p>}
        {leaving && (
          <ul>
            {sentencesOf(leaving).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
        {count > 0 && (
          <p>
            <a href={`/admin/handover?from=${id}`}>{texts.handOverFirst}</a>
          </p>
        )}
      </section>
    </QuestionDialog>
  )

  function sentencesOf({ kept, only, unit, deputy, waiting }: Leaving): string[] {
    const inStates = states
      .filter((state) => kept[state])
      .map((state) =>
        fill(texts.keptState, { state: stateNames[state][language], n: kept[state] ?? 0 }),
      )
    const sentences: string[] = []
    if (count > 0) {
      const joined = inStates.join(language === 'zh' ? '、' : ', ')
      sentences.push(fill(texts.kept, { n: count, states: joined }))
    }
    if (only.includes('approver')) {
      const what = deputy ? fill(texts.deputy, { unit: deputy }) : texts.nobody
      sentences.push(fill(texts.onlyApprover, { unit, what }))
      if (waiting > 0) sentences.push(fill(texts.waiting, { unit, n: waiting }))
    }
    if (only.includes('editor')) sentences.push(fill(texts.onlyEditor, { unit }))
    return sentences
  }
}
