import { messageTexts } from '@/i18n/inbox'
import { useTexts } from '../useTexts'
import { MessageList } from './MessageList'
import type { Messages } from './useMessages'

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
