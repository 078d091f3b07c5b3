'use client'

import { Link } from '@payloadcms/ui'
import { fill } from '@/i18n/adminTexts'
import { inboxTexts } from '@/i18n/inbox'
import type { Situation } from '../situationOf'
import { useTexts } from '../useTexts'
import { inboxPath } from '../addresses'

/** Above an entry opened from the inbox: where one is, and on to the next. */
export function InboxBar({ place }: { place: NonNullable<Situation['inbox']> }) {
  const { language } = useTexts()
  const texts = inboxTexts[language]
  const { position, total, next } = place
  return (
    <nav className="zk-inboxbar" aria-label={texts.title}>
      <span className="zk-soft">
        {position > 0 ? fill(texts.place, { position, total }) : fill(texts.note, { n: total })}
      </span>
      <Link className="zk-link" href={inboxPath} prefetch={false}>
        {texts.back}
      </Link>
      {next !== inboxPath && (
        <Link className="zk-link" href={next} prefetch={false}>
          {texts.skip}
        </Link>
      )}
    </nav>
  )
}
