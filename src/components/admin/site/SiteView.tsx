import { notFound } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { siteStepNames } from '@/i18n/site'
import { siteViewTexts } from '@/i18n/siteView'
import { adminPages } from '@/i18n/adminPages'
import type { Language } from '@/i18n/language'
import { dayOf, secondOf } from '@/shanghaiDay'
import { Refused } from '@/workflow/Refused'
import { readSiteVersions, type SiteRecord, type SiteSeen } from '@/workflow/site/readSite'
import { AdminPage, PageHead } from '../AdminPage'
import { Table } from '../parts'
import { SiteActions } from './SiteActions'
import { SiteDifferences } from './SiteDifferences'
import { SiteForm } from './SiteForm'

/** 网站设置: what citizens see, the version under way, and what is done with it. */
export async function SiteView(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const seen = await readSiteVersions(req).catch((error: unknown) => {
    if (error instanceof Refused) return null
    throw error
  })
  if (!seen) notFound()
  const language: Language = req.i18n.language === 'en' ? 'en' : 'zh'
  const texts = siteViewTexts[language]
  const title = adminPages.site.name[language]
  const { draft, live, liveRevision, approvedAt, steps, records } = seen
  return (
    <AdminPage view={view} place={title} className="zk-page zk-site">
      <PageHead title={title} />
      <p className="zk-soft">{texts.about}</p>
      <p>
        {liveRevision && approvedAt
          ? texts.live(liveRevision, dayOf(new Date(approvedAt)))
          : texts.liveUsual}
      </p>
      <section className="zk-panel" aria-labelledby="site-draft">
        <h2 id="site-draft">{headingOf(draft, language)}</h2>
        {draft && <p className="zk-soft">{texts.by(draft.byName)}</p>}
        {draft?.isStuck && <p className="zk-notice zk-notice--warm">{texts.stuck}</p>}
        {draft && <SiteDifferences difference={draft.difference} />}
        {draft && (
          <SiteActions
            key={draft.hash + draft.state}
            {...{ steps, revision: draft.revision, hash: draft.hash, findings: draft.findings }}
          />
        )}
      </section>
      {steps.includes('save') && (
        <SiteForm
          key={draft?.hash ?? 'none'}
          content={draft?.content ?? live}
          startedFrom={draft?.hash ?? null}
        />
      )}
      {records.length > 0 && <Records records={records} language={language} />}
    </AdminPage>
  )
}

function headingOf(draft: SiteSeen['draft'], language: Language): string {
  const texts = siteViewTexts[language]
  return draft ? texts.version(draft.revision, texts.stands[draft.state]) : texts.none
}

function Records({ records, language }: { records: readonly SiteRecord[]; language: Language }) {
  const texts = siteViewTexts[language]
  const { at, step, by, reason } = texts.record
  return (
    <section aria-labelledby="site-records">
      <h2 id="site-records">{texts.records}</h2>
      <Table heads={[at, step, by, reason]}>
        {records.map((one) => (
          <tr key={one.id}>
            <td data-label={at}>{secondOf(one.at)}</td>
            <td data-label={step}>
              {texts.version(one.revision, siteStepNames[one.step][language])}
            </td>
            <td data-label={by}>
              {one.byName}
              {one.onBehalfOfName && texts.onBehalf(one.onBehalfOfName)}
            </td>
            <td data-label={reason}>{one.reason ?? ''}</td>
          </tr>
        ))}
      </Table>
    </section>
  )
}
