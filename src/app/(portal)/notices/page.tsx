import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { noticeKinds } from '@/access/rules'
import { addressWith, canonical, isBeyond, parametersOf, type Search } from '@/app/(portal)/address'
import { asCitizen } from '@/app/(portal)/asCitizen'
import { pageLanguage } from '@/app/visitor'
import { NewsList } from '@/components/portal/NewsList'
import { browsingTexts } from '@/i18n/browsing'
import { noticeKindNames } from '@/i18n/names'
import { portalTexts } from '@/i18n/portal'
import { listEntries, pageSize } from '@/reading/listEntries'
import { newsCounts } from '@/reading/readTree'

type Props = { searchParams: Search }

async function asked(search: Search) {
  const { page } = await parametersOf(search)
  const given = (await search).kind
  return { page, kind: noticeKinds.find((kind) => kind === given) }
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [language, { page, kind }] = await Promise.all([pageLanguage(), asked(searchParams)])
  const texts = browsingTexts[language]
  return {
    title: kind ? noticeKindNames[kind][language] : texts.notices,
    description: texts.noticesLead,
    ...canonical(addressWith('/notices', { kind, page })),
  }
}

/** 信息公开 for citizens, by kind, the last published first. */
export default async function NoticesPage({ searchParams }: Props) {
  const [{ reader, language }, { page, kind }] = await Promise.all([
    asCitizen(),
    asked(searchParams),
  ])
  const [{ entries, total }, counts] = await Promise.all([
    listEntries(reader, { library: 'notices', kind, page }),
    newsCounts(reader),
  ])
  const last = Math.ceil(total / pageSize)
  if (isBeyond(page, last)) redirect(addressWith('/notices', { kind, page: last }))
  const texts = browsingTexts[language]
  const name = kind ? noticeKindNames[kind][language] : texts.notices
  const all = noticeKinds.reduce((sum, one) => sum + (counts.get(one) ?? 0), 0)
  return (
    <NewsList
      {...{ language, entries, page, last }}
      title={name}
      lead={texts.noticesLead}
      none={texts.noNotices(name)}
      addressOf={(to) => addressWith('/notices', { kind, page: to })}
    >
      <nav aria-label={texts.noticeKinds}>
        <ul className="chips">
          <li>
            <a href="/notices" aria-current={kind ? undefined : 'true'}>
              {portalTexts[language].all} <span className="count">{all}</span>
            </a>
          </li>
          {noticeKinds.map((one) => (
            <li key={one}>
              <a href={`/notices?kind=${one}`} aria-current={one === kind ? 'true' : undefined}>
                {noticeKindNames[one][language]}{' '}
                <span className="count">{counts.get(one) ?? 0}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </NewsList>
  )
}
