'use client'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { fill } from '@/i18n/adminTexts'
import { peopleTexts } from '@/i18n/people'
import { ask } from '../ask'
import { useTexts } from '../useTexts'
import { Deactivate } from './Deactivate'
import { GivePassword } from './GivePassword'
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
      <a href={`/admin/collections/users/${id}`} aria-label={named(texts.change, name)}>
        {texts.change}
      </a>
      <a href={`/admin/handover?from=${id}`} aria-label={named(texts.handOver, name)}>
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
