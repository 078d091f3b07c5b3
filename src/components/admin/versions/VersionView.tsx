import { Link } from '@payloadcms/ui'
import { notFound } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { libraries } from '@/access/rules'
import { fill } from '@/i18n/adminTexts'
import { versionTexts } from '@/i18n/reviewing'
import { compareVersion, type Against } from '@/workflow/reviewing/versions/compareVersion'
import { AdminPage } from '../AdminPage'
import { momentOf } from '../dates'
import { DifferenceList } from '../Differences'
import { ReaderText } from '../entry/ReaderText'
import { versionsAddress } from '../addresses'
import { aboveVersions } from './VersionsView'

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
