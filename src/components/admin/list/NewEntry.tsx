import { Link } from '@payloadcms/ui'
import { noticeKinds, type Library } from '@/access/rules'
import { listTexts } from '@/i18n/lists'
import type { Language } from '@/i18n/language'
import { noticeKindNames } from '@/i18n/names'
import type { LibraryAsked } from './libraryAsked'

type Props = { library: Library; kind: LibraryAsked['kind']; language: Language }

/** 新增; which kind of notice is written is given by the page one writes it from. */
export function NewEntry({ library, kind, language }: Props) {
  const { add } = listTexts[language]
  const address = `/admin/collections/${library}/create`
  const isOneKind = library !== 'notices' || kind
  const ways = isOneKind
    ? [{ href: kind ? `${address}?kind=${kind}` : address, label: add }]
    : noticeKinds.map((one) => ({
        href: `${address}?kind=${one}`,
        label: add + noticeKindNames[one][language],
      }))
  return ways.map(({ href, label }) => (
    <Link key={href} href={href} prefetch={false} className="zk-button zk-button--primary">
      {label}
    </Link>
  ))
}
