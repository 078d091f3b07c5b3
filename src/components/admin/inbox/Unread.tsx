'use client'

import { Link, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import { inboxTexts } from '@/i18n/inbox'
import { sharedTexts } from '@/i18n/shared'
import type { Message } from '@/workflow/telling/messages'
import { momentOf } from '../dates'
import { addressOf, markAsRead, sentenceOf } from '../messages/MessageRows'
import { useTexts } from '../useTexts'

type LinkProps = {
  href: string
  /** Ids of the messages about it that were not read; whoever opens it has read them. */
  unread: readonly string[]
  children: ReactNode
}

/** Leads to what waits, and says where a message about it was not read. */
export function InboxLink({ href, unread, children }: LinkProps) {
  const { language } = useTexts()
  const isNew = unread.length > 0
  const open = () => {
    if (isNew) void markAsRead(unread).catch(() => undefined)
  }
  return (
    <>
      <Link href={href} prefetch={false} onClick={open} onAuxClick={open}>
        {children}
      </Link>
      {isNew && <span className="zk-tag">{inboxTexts[language].unread}</span>}
    </>
  )
}

/** Marks these as read where they stand, or all of them. */
export function MarkRead({ ids }: { ids?: readonly string[] }) {
  const { texts: common, language } = useTexts()
  const texts = inboxTexts[language]
  const router = useRouter()
  const mark = () =>
    void markAsRead(ids)
      .then(() => router.refresh())
      .catch(() => toast.error(common.failed))
  return (
    <button type="button" className="zk-link" onClick={mark}>
      {ids ? texts.markRead : texts.markAll}
    </button>
  )
}

/** A message about nothing that waits by itself. */
export function MessageLine({ message }: { message: Message }) {
  const { language } = useTexts()
  const texts = inboxTexts[language]
  const { id, title, at } = message
  return (
    <li>
      <span className="zk-inbox__head">
        <span className="zk-state zk-state--draft">{texts.message}</span>
        <InboxLink href={addressOf(message)} unread={[id]}>
          {[sentenceOf(message, language), title].filter(Boolean).join('：')}
        </InboxLink>
      </span>
      <span className="zk-soft">
        {'library' in message &&
          `${sharedTexts[language].library[message.library]} · ${message.number} · `}
        <time dateTime={at}>{momentOf(at)}</time> · <MarkRead ids={[id]} />
      </span>
    </li>
  )
}
