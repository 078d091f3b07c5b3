import { Link } from '@payloadcms/ui'
import { notFound } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { libraries } from '@/access/rules'
import { fill } from '@/i18n/adminTexts'
import type { Language } from '@/i18n/language'
import { sharedTexts } from '@/i18n/shared'
import { versionTexts } from '@/i18n/reviewing'
import type { Entry } from '@/workflow/entry'
import { versionsOf, type SavedVersion } from '@/workflow/reviewing/versions/versionsOf'
import { AdminPage } from '../AdminPage'
import { momentOf } from '../dates'
import { Paged, Table } from '../parts'
import { wholeNumber } from '../list/libraryAsked'
import { versionsAddress } from '../addresses'

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
export const aboveVersions = ({ library, id, title }: Entry, language: Language) => [
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
