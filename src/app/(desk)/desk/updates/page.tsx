import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { listAsked } from '@/access/listFilter'
import type { CategoryKey } from '@/access/rules'
import { isBeyond } from '@/app/(portal)/address'
import { pageLanguage, visitor } from '@/app/visitor'
import { momentOf } from '@/components/admin/dates'
import { deskPerson } from '@/components/desk/deskPerson'
import { DeskPageHeader } from '@/components/desk/DeskPageHeader'
import { FollowButtons } from '@/components/desk/FollowButtons'
import { UpdateFilters } from '@/components/desk/UpdateFilters'
import { UpdateList } from '@/components/desk/UpdateList'
import { Pages } from '@/components/portal/EntryList'
import { noteList } from '@/front/noteSearches'
import { sinceOf, spans, type Span } from '@/front/updatesSince'
import { sharedTexts } from '@/i18n/shared'
import { updateTexts } from '@/i18n/updates'
import { findUnit, readTree } from '@/reading/readTree'
import { readUpdates } from '@/reading/updates'
import { followingOf, mailAddressOf } from '@/workflow/telling/following'
import { lastLook, noteLook } from '@/workflow/usage/looks'

export async function generateMetadata(): Promise<Metadata> {
  const language = await pageLanguage()
  return { title: `${updateTexts[language].title} · ${sharedTexts[language].site}` }
}

type Shown = { since: Span; unit?: string; category?: CategoryKey }

/** Of what is shown, another page or none. */
function address({ since, unit, category }: Shown, page = 1): string {
  const query = new URLSearchParams({ since })
  if (unit) query.set('unit', unit)
  if (category) query.set('category', category)
  if (page > 1) query.set('page', String(page))
  return `/desk/updates?${query}`
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** 更新列表: what came, changed or went for this reader, since they looked last or in some days. */
export default async function UpdatesPage({ searchParams }: Props) {
  const given = await searchParams
  const { reader, payload, person, language, client } = await visitor()
  const span = spans.find((one) => one === given.since) ?? 'lastLook'
  const { unit, category } = listAsked(given)
  const page = /^\d{1,3}$/.test(String(given.page)) ? Math.max(1, Number(given.page)) : 1
  const narrowed = { unit: unit ?? undefined, category: category ?? undefined }
  const shown = { since: span, ...narrowed }
  if (!person) redirect(`/login?to=${encodeURIComponent(address(shown, page))}`)
  const since = sinceOf(span, await lastLook(payload, person.id), reader.now)
  const [found, units, following, email] = await Promise.all([
    readUpdates(reader, { since, page, ...narrowed }),
    readTree(reader),
    followingOf(payload, person.id),
    mailAddressOf(payload, person.id),
  ])
  const last = Math.ceil(found.total / found.pageSize)
  if (isBeyond(page, last)) redirect(address(shown, last))
  // Who reads waits for no writing. A look at a part is none at all.
  if (!unit && !category) {
    noteLook(payload, person.id, reader.now).catch((error: unknown) => {
      payload.logger.error({ err: error, msg: 'A look at the updates was not noted.' })
    })
  }
  const entries = found.updates.map(({ entry }) => entry)
  noteList(
    { payload, session: person, client, isPortal: false, page, ...narrowed },
    { list: 'updates', entries, total: found.total },
  )
  const texts = updateTexts[language]
  return (
    <div className="desk desk-page">
      <DeskPageHeader language={language} person={deskPerson(person, units)} />
      <main>
        <p>
          <a href="/desk">{texts.back}</a>
        </p>
        <h1>{texts.title}</h1>
        <p className="quiet">
          {texts.about} {texts.from(momentOf(since.toISOString()))}
        </p>
        <nav className="chips" aria-label={texts.since}>
          {spans.map((one) => (
            <a
              key={one}
              href={address({ ...shown, since: one })}
              aria-current={one === span ? 'page' : undefined}
            >
              {texts[one]}
            </a>
          ))}
        </nav>
        <UpdateFilters {...{ language, units, shown }} />
        <FollowButtons
          // Of what was chosen anew nothing is said yet.
          key={`${unit} ${category}`}
          {...{ language, category, following }}
          unit={findUnit(units, unit ?? '')}
          hasAddress={email !== ''}
        />
        {found.total === 0 && <p>{texts.none}</p>}
        <UpdateList updates={found.updates} language={language} />
        <Pages language={language} page={page} last={last} addressOf={(at) => address(shown, at)} />
      </main>
    </div>
  )
}
