'use client'

import { useEffect, useId, useRef, useState } from 'react'
import { fill } from '@/i18n/adminTexts'
import { messageTexts } from '@/i18n/inbox'
import { useTexts } from '../useTexts'
import { MarkAll, MessageRows, type Messages, useMessages } from './MessageRows'

const newest = 10
const mostShown = 99

/** In the header of every page: how many messages are unread, and the newest of them. */
export function Bell() {
  const { language } = useTexts()
  const texts = messageTexts[language]
  const messages = useMessages()
  const [isOpen, setIsOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const whole = useRef<HTMLDivElement>(null)
  const id = useId()
  const unread = messages.answer?.unread ?? 0

  useEffect(() => {
    if (!isOpen) return
    const leave = (event: Event) => {
      if (!whole.current?.contains(event.target as Node)) setIsOpen(false)
    }
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      setIsOpen(false)
      button.current?.focus()
    }
    document.addEventListener('pointerdown', leave)
    document.addEventListener('focusin', leave)
    document.addEventListener('keydown', close)
    return () => {
      document.removeEventListener('pointerdown', leave)
      document.removeEventListener('focusin', leave)
      document.removeEventListener('keydown', close)
    }
  }, [isOpen])

  return (
    <div className="zk-bell" ref={whole}>
      <button
        ref={button}
        type="button"
        className="zk-bell__button"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={fill(texts.bell, { n: unread })}
        onClick={() => {
          setIsOpen(!isOpen)
          if (!isOpen) messages.refresh()
        }}
      >
        <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
          <path
            d="M12 3a6 6 0 0 0-6 6v4l-2 3h16l-2-3V9a6 6 0 0 0-6-6Zm-2.5 15a2.5 2.5 0 0 0 5 0"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.6"
            strokeLinejoin="round"
          />
        </svg>
        {unread > 0 && (
          <span className="zk-bell__count" aria-hidden="true">
            {unread > mostShown ? `${mostShown}+` : unread}
          </span>
        )}
      </button>
      <section id={id} hidden={!isOpen} className="zk-bell__panel" aria-label={texts.title}>
        {isOpen && <Panel messages={messages} />}
      </section>
    </div>
  )
}

function Panel({ messages }: { messages: Messages }) {
  const { language } = useTexts()
  const texts = messageTexts[language]
  return (
    <>
      <div className="zk-bell__head">
        <h2>{texts.title}</h2>
        <MarkAll messages={messages} />
      </div>
      <MessageRows messages={messages} none={texts.none} most={newest} />
      <p className="zk-bell__all">
        <a className="zk-link" href="/admin/messages">
          {texts.all}
        </a>
      </p>
    </>
  )
}

/** Every message of this person, page by page; what is unread stands in the inbox too. */
export function AllMessages() {
  const { language } = useTexts()
  const texts = messageTexts[language]
  const [page, setPage] = useState(1)
  const messages = useMessages(`?page=${page}`)
  const { answer } = messages
  return (
    <div className="zk-allmessages">
      <div className="zk-head">
        <h1>{texts.title}</h1>
        <MarkAll messages={messages} />
      </div>
      <MessageRows messages={messages} none={texts.none} />
      {answer && answer.totalPages > 1 && (
        <nav className="zk-allmessages__pages" aria-label={texts.title}>
          <button
            type="button"
            className="zk-button"
            disabled={page <= 1}
            onClick={() => setPage(page - 1)}
          >
            {texts.newer}
          </button>
          <span role="status">{fill(texts.page, { n: page, m: answer.totalPages })}</span>
          <button
            type="button"
            className="zk-button"
            disabled={page >= answer.totalPages}
            onClick={() => setPage(page + 1)}
          >
            {texts.older}
          </button>
        </nav>
      )}
    </div>
  )
}
