'use client'

import { labelled } from '@/i18n/language'
import { messageTexts } from '@/i18n/inbox'
import { sharedTexts } from '@/i18n/shared'
import type { Message } from '@/workflow/telling/messages'
import { momentOf } from '../dates'
import { useTexts } from '../useTexts'
import { addressOf, sentenceOf } from './sentenceOf'

type Props = { messages: readonly Message[]; onOpen: (message: Message) => void }

/** Messages, each leading to its entry. */
export function MessageList({ messages, onOpen }: Props) {
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

function MessageLink({ message, onOpen }: { message: Message } & Pick<Props, 'onOpen'>) {
  const { language } = useTexts()
  const texts = messageTexts[language]
  const { isRead, isSettled, library, number, title, reason, at } = message
  const isNew = !isRead && !isSettled
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
        {isSettled && <span className="zk-tag zk-tag--quiet">{texts.settled}</span>}
      </span>
      <strong>{title}</strong>
      {reason && (
        <span className="zk-message__reason">{labelled(language, texts.reason, reason)}</span>
      )}
      <span className="zk-soft">
        {sharedTexts[language].library[library]} {number} ·{' '}
        <time dateTime={at}>{momentOf(at)}</time>
      </span>
    </a>
  )
}
