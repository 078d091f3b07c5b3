'use client'

import { useState } from 'react'
import { fill } from '@/i18n/adminTexts'
import { messageTexts } from '@/i18n/inbox'
import { Count } from '../parts'
import { useTexts } from '../useTexts'
import { MarkAll, MessageRows } from './MessageRows'
import { useMessages } from './useMessages'

/** Every message of this person, page by page. */
export function AllMessages() {
  const { language } = useTexts()
  const texts = messageTexts[language]
  const [isUnreadOnly, setIsUnreadOnly] = useState(false)
  const [page, setPage] = useState(1)
  const query = `?page=${page}${isUnreadOnly ? '&unread=true' : ''}`
  const messages = useMessages(query)
  const { answer } = messages
  const show = (unreadOnly: boolean) => {
    setIsUnreadOnly(unreadOnly)
    setPage(1)
  }
  return (
    <div className="zk-allmessages">
      <div className="zk-head">
        <h1>{texts.title}</h1>
        <MarkAll messages={messages} />
      </div>
      <div className="zk-filter" role="group" aria-label={texts.title}>
        <button type="button" aria-pressed={!isUnreadOnly} onClick={() => show(false)}>
          {texts.everything}
        </button>
        <button type="button" aria-pressed={isUnreadOnly} onClick={() => show(true)}>
          {texts.unreadOnly} <Count n={answer?.unread ?? 0} />
        </button>
      </div>
      <MessageRows messages={messages} none={isUnreadOnly ? texts.noneUnread : texts.none} />
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
