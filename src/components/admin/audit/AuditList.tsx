import { Link } from '@payloadcms/ui'
import { notFound } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { isGranted } from '@/access/granted'
import { secondOf } from '@/shanghaiDay'
import { adminPages } from '@/i18n/adminPages'
import { fill } from '@/i18n/adminTexts'
import { auditActions, auditGroups } from '@/i18n/auditActions'
import { auditTexts } from '@/i18n/auditDetails'
import type { Language } from '@/i18n/language'
import { recordTexts } from '@/i18n/records'
import type { Audit } from '@/payload-types'
import { linesWanted, auditWanted, wholeGroup, type AuditWanted } from '@/workflow/audit/readLines'
import { auditAddress, exportAddress } from '../addresses'
import { AdminPage, PageHead } from '../AdminPage'
import { wholeNumber } from '../list/libraryAsked'
import { FilterEnd, Paged, Table } from '../parts'

/** 审计日志: what was done, narrowed by the address, and exported as it is narrowed. */
export async function AuditList({ view }: { view: AdminViewServerProps }) {
  const { req } = view.initPageResult
  if (!isGranted(req.user, 'audit', 'read')) notFound()
  const language = req.i18n.language === 'en' ? 'en' : 'zh'
  const [texts, words] = [auditTexts[language], recordTexts[language]]
  const wanted = auditWanted(view.searchParams)
  const page = wholeNumber(view.searchParams?.page, 1)
  const { docs, totalDocs, totalPages } = await linesWanted(req, wanted, page)
  const title = adminPages.audit.name[language]
  const isNarrowed = Object.values(wanted).some(Boolean)
  const none = isNarrowed ? words.noneOfThese : texts.empty
  return (
    <AdminPage view={view} place={title}>
      <PageHead title={title}>
        {docs.length > 0 && (
          <a className="zk-button" href={exportAddress(wanted)} title={texts.exportNote} download>
            {texts.export}
          </a>
        )}
      </PageHead>
      <AuditFilters wanted={wanted} language={language} />
      <Paged
        {...{ view, page, language }}
        address={auditAddress()}
        last={totalPages}
        none={docs.length > 0 ? '' : none}
        counted={fill(words.total, { n: totalDocs })}
      >
        <Lines lines={docs} language={language} />
      </Paged>
    </AdminPage>
  )
}

function Lines({ lines, language }: { lines: readonly Audit[]; language: Language }) {
  const texts = auditTexts[language]
  return (
    <Table heads={(['action', 'at', 'by', 'subject'] as const).map((name) => texts[name])}>
      {lines.map(({ id, action, at, byName, subjectName }) => (
        <tr key={id}>
          <th scope="row">
            <Link href={`/admin/collections/audit/${encodeURIComponent(id)}`} prefetch={false}>
              {auditActions[action]?.[language] ?? action}
            </Link>
          </th>
          <td data-label={texts.at}>{secondOf(at)}</td>
          <td data-label={texts.by}>{byName || texts.nobody}</td>
          <td data-label={texts.subject} className={subjectName ? undefined : 'zk-none'}>
            {subjectName || '—'}
          </td>
        </tr>
      ))}
    </Table>
  )
}

type Props = { wanted: AuditWanted; language: Language }

/** What narrows the log: a matter or one action, a person, what it is about, days. */
function AuditFilters({ wanted, language }: Props) {
  const texts = auditTexts[language]
  const words = recordTexts[language]
  const isNarrowed = Object.values(wanted).some(Boolean)
  return (
    <form className="zk-filters" method="get" action={auditAddress()} aria-label={words.filter}>
      <select name="action" aria-label={texts.action} defaultValue={wanted.action}>
        <option value="">
          {words.everything}
          {texts.action}
        </option>
        {auditGroups.map(({ key, label, actions }) => (
          <optgroup key={key} label={label[language]}>
            <option value={wholeGroup(key)}>{fill(texts.allOf, { group: label[language] })}</option>
            {actions.map((action) => (
              <option key={action} value={action}>
                {auditActions[action][language]}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {(['person', 'search'] as const).map((name) => (
        <input
          key={name}
          type="search"
          name={name}
          aria-label={texts[name]}
          placeholder={texts[name]}
          defaultValue={wanted[name]}
        />
      ))}
      {(['from', 'until'] as const).map((name) => (
        <label key={name}>
          {texts[name]}
          <input type="date" name={name} defaultValue={wanted[name]} />
        </label>
      ))}
      <FilterEnd texts={words} isNarrowed={isNarrowed} whole={auditAddress()} />
    </form>
  )
}
