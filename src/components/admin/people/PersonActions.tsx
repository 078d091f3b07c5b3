'use client'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { fill } from '@/i18n/adminTexts'
import { peopleTexts } from '@/i18n/peopleTexts'
import { ask } from '../ask'
import { useTexts } from '../useTexts'
import { Deactivate } from './Deactivate'
import { GivePassword } from './GivePassword'
import type { Listed } from './readPeople'

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
  const named = (label: string) => `${label} ${name}`
  return (
    <div className="zk-actions">
      <a href={`/admin/collections/users/${id}`} aria-label={named(texts.change)}>
        {texts.change}
      </a>
      <a href={`/admin/handover?from=${id}`} aria-label={named(texts.handOver)}>
        {texts.handOver}
      </a>
      {!isSelf && (
        <>
          {isActive ? (
            <button
              type="button"
              className="zk-link"
              aria-label={named(texts.deactivate)}
              onClick={() => setAsked('deactivate')}
            >
              {texts.deactivate}
            </button>
          ) : (
            <button
              type="button"
              className="zk-link"
              aria-label={named(texts.activate)}
              onClick={() =>
                void send(`/${id}`, 'PATCH', { isActive: true }, fill(texts.activated, { name }))
              }
            >
              {texts.activate}
            </button>
          )}
          <button
            type="button"
            className="zk-link"
            aria-label={named(texts.resetPassword)}
            onClick={() => setAsked('password')}
          >
            {texts.resetPassword}
          </button>
          {isLocked && (
            <button
              type="button"
              className="zk-link"
              aria-label={named(texts.unlock)}
              onClick={() => void send('/unlock', 'POST', { username }, texts.unlocked)}
            >
              {texts.unlock}
            </button>
          )}
        </>
      )}
      {asked === 'deactivate' && <Deactivate person={person} onClose={() => setAsked(null)} />}
      {asked === 'password' && <GivePassword person={person} onClose={() => setAsked(null)} />}
    </div>
  )
}
