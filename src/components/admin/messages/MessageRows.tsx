'use client'

import { useCallback, useEffect, useState } from 'react'
import { at } from '@/base'
import { fill } from '@/i18n/adminTexts'
import { messageTexts } from '@/i18n/inbox'
import { labelled, type Language } from '@/i18n/language'
import { sharedTexts } from '@/i18n/shared'
import type { Message } from '@/workflow/telling/messages'
import { ask } from '../ask'
import { momentOf } from '../dates'
import { useTexts } from '../useTexts'

/** The bell and the inbox count the same messages: what is read in one is read in both at once. */
const readEvent = 'zk:read'

/**
 * Marks these as read, or all of them; sent to its end also where a link leads away at the same time. Rejects where that
 * failed.
 */
export async function markAsRead(ids?: readonly string[]): Promise<void> {
  const response = await fetch(at('/api/messages/read'), {
    method: 'POST',
    credentials: 'include',
    keepalive: true,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(ids ? { ids } : { all: true }),
  })
  await response.text()
  if (!response.ok) throw new Error(`Not marked as read: ${response.status}`)
  window.dispatchEvent(new Event(readEvent))
}

type Answer = { docs: Message[]; totalDocs: number; totalPages: number; unread: number }

export type Messages = {
  /** Null until the first answer. */
  answer: Answer | null
  hasFailed: boolean
  refresh: () => void
  /** These, or all of them. */
  markRead: (ids?: readonly string[]) => void
}

const everyMinute = 60_000

/** This person's messages, asked for again each minute and whenever the tab is looked at again. */
export function useMessages(query = ''): Messages {
  const { language } = useTexts()
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [hasFailed, setHasFailed] = useState(false)

  const refresh = useCallback(() => {
    void ask<Answer>(`/api/messages${query}`, { language }).then((outcome) => {
      setHasFailed(!outcome.ok)
      if (outcome.ok) setAnswer(outcome.data)
    })
  }, [language, query])

  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') refresh()
    }
    look()
    const timer = setInterval(look, everyMinute)
    document.addEventListener('visibilitychange', look)
    window.addEventListener(readEvent, refresh)
    return () => {
      clearInterval(timer)
      window.removeEventListener(readEvent, refresh)
      document.removeEventListener('visibilitychange', look)
    }
  }, [refresh])

  const markRead = useCallback((ids?: readonly string[]) => {
    void markAsRead(ids).catch(() => setHasFailed(true))
  }, [])
  return { answer, hasFailed, refresh, markRead }
}

type Props = {
  messages: Messages
  /** Said where there is none. */
  none: string
  /** So many at the most; all of the page where left out. */
  most?: number
}

/** The rows of an answer, or that it is under way, empty, or was not given. */
export function MessageRows({ messages, none, most }: Props) {
  const { language } = useTexts()
  const texts = messageTexts[language]
  const { answer, hasFailed, refresh, markRead } = messages
  return (
    <>
      {hasFailed && (
        <p className="zk-error" role="alert">
          {texts.failed}{' '}
          <button type="button" className="zk-link" onClick={refresh}>
            {texts.retry}
          </button>
        </p>
      )}
      {!answer && !hasFailed && <p className="zk-soft">{texts.loading}</p>}
      {answer?.docs.length === 0 && <p className="zk-soft">{none}</p>}
      {answer && (
        <MessageList messages={answer.docs.slice(0, most)} onOpen={({ id }) => markRead([id])} />
      )}
    </>
  )
}

/** Everything is read with one press. */
export function MarkAll({ messages: { answer, markRead } }: Pick<Props, 'messages'>) {
  const { language } = useTexts()
  return (
    <button type="button" className="zk-link" disabled={!answer?.unread} onClick={() => markRead()}>
      {messageTexts[language].markAll}
    </button>
  )
}

type ListProps = { messages: readonly Message[]; onOpen: (message: Message) => void }

/** Messages, each leading to its entry. */
function MessageList({ messages, onOpen }: ListProps) {
  return (
    <ul className="zk-messages">
      {messages.map((message) => (
        <li key={message.id}>
          <MessageLink message={message} onOpen={onOpen} />
        </li>
      ))}
    </ul>
  )
}

function MessageLink({ message, onOpen }: { message: Message } & Pick<ListProps, 'onOpen'>) {
  const { language } = useTexts()
  const texts = messageTexts[language]
  const { isRead, isSettled, isTakenBack, title, at } = message
  const isNew = !isRead && !isSettled && !isTakenBack
  return (
    <a
      href={addressOf(message)}
      className={isNew ? 'zk-message zk-message--new' : 'zk-message'}
      onClick={() => onOpen(message)}
      onAuxClick={() => onOpen(message)}
    >
      <span className="zk-message__what">
        {sentenceOf(message, language)}
        {isNew && <span className="zk-tag">{texts.unread}</span>}
        {(isSettled || isTakenBack) && (
          <span className="zk-tag zk-tag--quiet">
            {isSettled ? texts.settled : texts.takenBack}
          </span>
        )}
      </span>
      <strong>{title}</strong>
      {isTakenBack && !isSettled && (
        <span className="zk-message__reason">{texts.whyTakenBack}</span>
      )}
      {'reason' in message && message.reason && (
        <span className="zk-message__reason">
          {labelled(language, texts.reason, message.reason)}
        </span>
      )}
      <span className="zk-soft">
        {'library' in message &&
          `${sharedTexts[language].library[message.library]} ${message.number} · `}
        <time dateTime={at}>{momentOf(at)}</time>
      </span>
    </a>
  )
}

/** What a message says, in one sentence. */
export function sentenceOf(message: Message, language: Language): string {
  const texts = messageTexts[language]
  if ('page' in message) return texts.matters[message.event]
  const { event, asks, step, by } = message
  return fill(sentence(), { by: by ?? texts.somebody })

  function sentence(): string {
    switch (event) {
      case 'waits':
      case 'overdue':
        return asks ? texts[event][asks] : ''
      case 'approved':
      case 'returned':
        return texts[event]
      case 'deletionDecided':
        return step === 'refuseDeletion'
          ? texts.deletionDecided.refuseDeletion
          : texts.deletionDecided.approveDeletion
      case 'changed':
        return texts.changed[step as keyof typeof texts.changed] ?? ''
    }
  }
}

/** Where its person goes on: what another unit asks to agree to lies outside one's own lists. */
export function addressOf(message: Message): string {
  if ('page' in message) return message.page
  const { asks, library, entry } = message
  return asks === 'agree'
    ? `/admin/consulted/${library}/${entry}`
    : `/admin/collections/${library}/${entry}`
}
