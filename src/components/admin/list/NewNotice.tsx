'use client'

import { noticeKinds } from '@/access/rules'
import { fill } from '@/i18n/adminTexts'
import { dialogTexts } from '@/i18n/dialogTexts'
import { noticeKindNames } from '@/i18n/noticeKinds'
import { useTexts } from '../useTexts'

type Kind = (typeof noticeKinds)[number]

/** What kind of notice is written is given by the page one writes it from. */
export function NewNotice({ kind }: { kind: Kind | null }) {
  const { language } = useTexts()
  return (
    <div className="zk-place">
      {(kind ? [kind] : noticeKinds).map((given) => (
        <a key={given} className="zk-link" href={`/admin/collections/notices/create?kind=${given}`}>
          {fill(dialogTexts[language].newNotice, { kind: noticeKindNames[given][language] })}
        </a>
      ))}
    </div>
  )
}
