import { Link } from '@payloadcms/ui'
import { notFound } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { actorOf } from '@/access/actor'
import { drawsSamples } from '@/access/sampling'
import { adminPages } from '@/i18n/adminPages'
import type { Language } from '@/i18n/language'
import { samplingTexts } from '@/i18n/sampling'
import { secondOf } from '@/shanghaiDay'
import { findSample, sampleEntries, type SampleEntry } from '@/workflow/sampling/check'
import { lastSamples } from '@/workflow/sampling/endpoints'
import { unitsSeenBy } from '@/workflow/tree/readUnits'
import { AdminPage, PageHead } from '../AdminPage'
import { Empty, Facts, Table } from '../parts'
import { CheckButton, DrawButton } from './SampleActions'

const path = '/admin/samples'
const shown = 100

const languageOf = ({ req }: AdminViewServerProps['initPageResult']): Language =>
  req.i18n.language === 'en' ? 'en' : 'zh'

/** 抽查: what the centre drew, the last first. */
export async function SamplesView(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  if (!drawsSamples(actorOf(req.user))) notFound()
  const language = languageOf(view.initPageResult)
  const texts = samplingTexts[language]
  const [samples, units] = await Promise.all([
    lastSamples(req.payload, shown),
    unitsSeenBy(req.payload, 'everything'),
  ])
  const title = adminPages.samples.name[language]
  return (
    <AdminPage view={view} place={title}>
      <PageHead title={title}>
        <DrawButton units={units} />
      </PageHead>
      <p className="zk-soft">{texts.about}</p>
      {samples.length === 0 ? (
        <Empty said={texts.none} />
      ) : (
        <Table heads={[texts.batch, texts.seed, texts.many, texts.byName, texts.at]}>
          {samples.map(({ id, seed, entries, byName, at }) => (
            <tr key={id}>
              <th scope="row">
                <Link href={`${path}/${id}`} prefetch={false}>
                  {id}
                </Link>
              </th>
              <td data-label={texts.seed}>{seed}</td>
              <td data-label={texts.many}>{entries.length}</td>
              <td data-label={texts.byName}>{byName}</td>
              <td data-label={texts.at}>{secondOf(at)}</td>
            </tr>
          ))}
        </Table>
      )}
    </AdminPage>
  )
}

/** One draw: each entry with what was found in it. */
export async function SampleView(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const id = String(view.params?.segments?.[1] ?? '')
  const sample = drawsSamples(actorOf(req.user)) ? await findSample(req, id) : null
  if (!sample) notFound()
  const language = languageOf(view.initPageResult)
  const texts = samplingTexts[language]
  const entries = await sampleEntries(req.payload, sample)
  const checked = entries.filter(({ check }) => check !== null).length
  return (
    <AdminPage
      view={view}
      title={sample.id}
      above={[{ label: adminPages.samples.name[language], url: path }]}
    >
      <Facts
        className="zk-text__facts"
        facts={[
          [texts.seed, sample.seed],
          [texts.day, sample.day],
          [texts.byName, sample.byName],
          [texts.at, secondOf(sample.at)],
          [texts.progress, texts.done(checked, entries.length)],
        ]}
      />
      <Table heads={[texts.entry, texts.unitName, texts.result, '']}>
        {entries.map((entry) => (
          <tr key={entry.number}>
            <th scope="row">
              {entry.title ? <a href={`/e/${entry.number}`}>{entry.title}</a> : texts.gone}{' '}
              <span className="zk-soft">{entry.number}</span>
            </th>
            <td data-label={texts.unitName}>{entry.unit || '—'}</td>
            <td data-label={texts.result}>{resultOf(entry, language)}</td>
            <td>
              {entry.title && !entry.check && (
                <CheckButton sample={sample.id} number={entry.number} />
              )}
            </td>
          </tr>
        ))}
      </Table>
    </AdminPage>
  )
}

function resultOf({ check }: SampleEntry, language: Language): string {
  const texts = samplingTexts[language]
  if (!check) return texts.waiting
  if (check.faults.length === 0) return texts.fine
  const faults = check.faults.map((key) => texts.keys[key]).join('、')
  return `${faults}：${check.sentence ?? ''}`
}
