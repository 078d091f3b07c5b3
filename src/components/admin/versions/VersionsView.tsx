import { Link } from '@payloadcms/ui'
import { notFound } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { libraries } from '@/access/rules'
import { fill } from '@/i18n/adminTexts'
import type { Language } from '@/i18n/language'
import { versionTexts } from '@/i18n/reviewing'
import { sharedTexts } from '@/i18n/shared'
import type { Entry } from '@/workflow/entry'
import { type Against, compareVersion } from '@/workflow/reviewing/versions/compareVersion'
import { type SavedVersion, versionsOf } from '@/workflow/reviewing/versions/versionsOf'
import { versionsAddress } from '../addresses'
import { AdminPage } from '../AdminPage'
import { momentOf } from '../dates'
import { DifferenceList } from '../Differences'
import { ReaderText } from '../entry/ReaderText'
import { wholeNumber } from '../list/libraryAsked'
import { Paged, Table } from '../parts'

/** 历史版本: who saved an entry when, what was saved last on top. */
export async function VersionsView(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const [, slug, id = ''] = (view.params?.segments ?? []) as string[]
  const library = libraries.find((name) => name === slug)
  if (!library) notFound()
  const language = req.i18n.language === 'en' ? 'en' : 'zh'
  const texts = versionTexts[language]
  const page = wholeNumber(view.searchParams?.page, 1)
  const found = await versionsOf({ req, library, id, page })
  if (!found) notFound()
  const { entry, versions, total, pages } = found
  return (
    <AdminPage view={view} title={texts.title} above={aboveVersions(entry, language)}>
      <p>
        {entry.number} {entry.title}
      </p>
      <p className="zk-soft">{texts.about}</p>
      <Paged
        {...{ view, page, language }}
        address={versionsAddress(library, id)}
        last={pages}
        none={versions.length === 0 ? texts.empty : ''}
        counted={fill(texts.total, { n: total })}
      >
        <Versions
          versions={versions}
          entry={entry}
          latest={page === 1 ? versions[0]?.id : undefined}
          language={language}
        />
      </Paged>
    </AdminPage>
  )
}

/** The pages above the versions: the list and the entry itself. */
const aboveVersions = ({ library, id, title }: Entry, language: Language) => [
  {
    label: sharedTexts[language].library[library] ?? library,
    url: `/admin/collections/${library}`,
  },
  { label: title, url: `/admin/collections/${library}/${id}` },
]

type Props = {
  versions: readonly SavedVersion[]
  entry: Entry
  latest: string | undefined
  language: Language
}

function Versions({ versions, entry, latest, language }: Props) {
  const texts = versionTexts[language]
  // Of several saves of one revision, readers see what all of them have in common.
  const live = versions.find(({ revision }) => revision === entry.liveRevision)?.id
  return (
    <Table heads={(['revision', 'at', 'by', 'entryTitle'] as const).map((name) => texts[name])}>
      {versions.map(({ id, revision, title, at, byName }) => (
        <tr key={id}>
          <th scope="row">
            <Link href={versionsAddress(entry.library, entry.id, id)} prefetch={false}>
              {fill(texts.nth, { n: revision })}
            </Link>{' '}
            {id === latest && <span className="zk-tag">{texts.latest}</span>}{' '}
            {id === live && <span className="zk-tag">{texts.live}</span>}
          </th>
          <td data-label={texts.at}>{momentOf(at)}</td>
          <td data-label={texts.by}>{byName ?? texts.nobody}</td>
          <td data-label={texts.entryTitle}>{title || '—'}</td>
        </tr>
      ))}
    </Table>
  )
}

/** One version of an entry: what differs from the one before or from the live text, and its whole text. */
export async function VersionView(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const [, slug, id = '', version = ''] = (view.params?.segments ?? []) as string[]
  const library = libraries.find((name) => name === slug)
  if (!library) notFound()
  const language = req.i18n.language === 'en' ? 'en' : 'zh'
  const texts = versionTexts[language]
  const against: Against = view.searchParams?.against === 'live' ? 'live' : 'previous'
  const found = await compareVersion({ req, library, id, version, against })
  if (!found) notFound()
  const { entry, saved, appearance, previous, liveRevision, difference } = found
  const name = fill(texts.nth, { n: saved.revision })
  const list = versionsAddress(library, id)
  const own = versionsAddress(library, id, version)
  const above = [...aboveVersions(entry, language), { label: texts.title, url: list }]
  const none = against === 'live' ? texts.notLive : texts.first
  return (
    <AdminPage
      view={view}
      title={texts.title}
      place={name}
      above={above}
      className="zk-page zk-version"
    >
      <p>
        {entry.number} {saved.title}
      </p>
      <p className="zk-facts">
        <span>{name}</span>
        <span>
          {texts.by} {saved.byName ?? texts.nobody}
        </span>
        <span>
          {texts.at} {momentOf(saved.at)}
        </span>
      </p>
      <section className="zk-panel zk-differences">
        <h2>{texts.comparison}</h2>
        <nav className="zk-pages" aria-label={texts.comparison}>
          <Link
            href={own}
            prefetch={false}
            aria-current={against === 'previous' ? 'page' : undefined}
          >
            {texts.withPrevious}
          </Link>
          <Link
            href={`${own}?against=live`}
            prefetch={false}
            aria-current={against === 'live' ? 'page' : undefined}
          >
            {texts.withLive}
          </Link>
        </nav>
        {previous && (
          <p className="zk-soft">
            {fill(texts.previousIs, {
              n: previous.revision,
              by: previous.byName ?? texts.nobody,
              at: momentOf(previous.at),
            })}
          </p>
        )}
        {against === 'live' && liveRevision !== null && (
          <p className="zk-soft">{fill(texts.liveIs, { n: liveRevision })}</p>
        )}
        {difference === null && <p>{none}</p>}
        {difference?.length === 0 && <p>{texts.same}</p>}
        {difference && difference.length > 0 && <DifferenceList difference={difference} />}
      </section>
      <h2>{texts.text}</h2>
      <ReaderText review={appearance} library={library} />
    </AdminPage>
  )
}
