import { Link } from '@payloadcms/ui'
import { notFound } from 'next/navigation'
import type { AdminViewServerProps, PayloadRequest } from 'payload'
import { isGranted } from '@/access/granted'
import { secondOf } from '@/shanghaiDay'
import { adminPages } from '@/i18n/adminPages'
import { auditActions } from '@/i18n/auditActions'
import { auditTexts } from '@/i18n/auditDetails'
import type { Language } from '@/i18n/language'
import type { Audit } from '@/payload-types'
import { detailsInWords, type Told, namesInLines } from '@/workflow/audit/detailsInWords'
import { lineWhere } from '@/workflow/audit/readLines'
import { AdminPage } from '../AdminPage'
import { Facts } from '../parts'
import { auditAddress } from '../addresses'

/** 审计记录: one line of the log with all it tells, in words. */
export async function AuditRecord(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const [, id = ''] = (view.params?.segments ?? []) as string[]
  if (!isGranted(req.user, 'audit', 'read')) notFound()
  const language = req.i18n.language === 'en' ? 'en' : 'zh'
  const texts = auditTexts[language]
  const line = await lineWhere(req, { id: { equals: decoded(id) } })
  if (!line) notFound()
  const names = await namesInLines(req.payload, [line])
  const details = detailsInWords({
    line: { action: line.action, details: line.details },
    names,
    language,
  })
  const above = [{ label: adminPages.audit.name[language], url: auditAddress() }]
  return (
    <AdminPage view={view} title={texts.record} above={above} className="zk-page zk-record">
      <Facts
        className="zk-record__facts"
        facts={[
          [texts.action, auditActions[line.action]?.[language] ?? line.action],
          [texts.at, secondOf(line.at)],
          [texts.by, <Who key="by" line={line} language={language} />],
          [texts.subject, <What key="subject" line={line} language={language} />],
          [texts.revision, line.revision],
        ]}
      />
      <h2>{texts.details}</h2>
      {details.length > 0 ? (
        <Facts
          className="zk-record__facts"
          facts={details.map(({ name, value }: Told) => [name, value])}
        />
      ) : (
        <p className="zk-soft">{texts.noDetails}</p>
      )}
      <h2>{texts.chain}</h2>
      <p className="zk-soft">{texts.chainNote}</p>
      <Facts
        className="zk-record__facts"
        facts={[
          [texts.seq, line.seq],
          [texts.hash, <code key="hash">{line.hash}</code>],
          [texts.previousHash, line.previous && <code key="previous">{line.previous}</code>],
          [texts.byId, line.by && <code key="by">{line.by}</code>],
          [texts.subjectId, line.subject && <code key="subject">{line.subject}</code>],
        ]}
      />
      <Neighbours req={req} line={line} language={language} />
    </AdminPage>
  )
}

/** Ids of lines hold colons, which an address may have as they are or not. */
function decoded(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}

type Props = { line: Audit; language: Language }

function Who({ line: { byName }, language }: Props) {
  const texts = auditTexts[language]
  if (!byName) return texts.nobody
  return (
    <>
      {byName}{' '}
      <Link className="zk-link" href={auditAddress({ person: byName })} prefetch={false}>
        {texts.samePerson}
      </Link>
    </>
  )
}

function What({ line: { subjectName }, language }: Props) {
  if (!subjectName) return '—'
  return (
    <>
      {subjectName}{' '}
      <Link className="zk-link" href={auditAddress({ search: subjectName })} prefetch={false}>
        {auditTexts[language].sameSubject}
      </Link>
    </>
  )
}

async function Neighbours({ req, line, language }: Props & { req: PayloadRequest }) {
  const texts = auditTexts[language]
  const [earlier, later] = await Promise.all(
    [line.seq - 1, line.seq + 1].map((seq) => lineWhere(req, { seq: { equals: seq } })),
  )
  if (!earlier && !later) return null
  return (
    <nav className="zk-pages" aria-label={texts.neighbours}>
      {(['earlier', 'later'] as const).map((name) => {
        const to = name === 'earlier' ? earlier : later
        if (!to) return null
        const href = `/admin/collections/audit/${encodeURIComponent(to.id)}`
        return (
          <Link key={name} href={href} prefetch={false} rel={name === 'earlier' ? 'prev' : 'next'}>
            {texts[name]}
          </Link>
        )
      })}
    </nav>
  )
}
