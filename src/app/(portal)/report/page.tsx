import type { Metadata } from 'next'
import { MissingPage } from '@/app/(portal)/MissingPage'
import { pageLanguage, visitor } from '@/app/visitor'
import { Island } from '@/components/portal/Island'
import { Receipt } from '@/components/portal/Receipt'
import { Thanks } from '@/components/portal/Thanks'
import { reportFormTexts } from '@/i18n/reportForm'
import { findLive } from '@/reading/live'
import { LONGEST_QUERY } from '@/search/types'
import { readReceipt } from '@/workflow/tasks/receipts'

type Asked = Record<'entry' | 'q' | 'sent' | 'receipt', string | string[] | undefined>
type Props = { searchParams: Promise<Asked> }

const textOf = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '')

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { entry, receipt, sent } = await searchParams
  const texts = reportFormTexts[await pageLanguage()]
  const title = entry ? texts.wrongTitle : texts.missingTitle
  return { title: receipt && !sent ? texts.heardTitle : title, robots: { index: false } }
}

/** 纠错 and 知识缺口 of citizens, without an account and without JavaScript too. */
export default async function ReportPage({ searchParams }: Props) {
  const [{ language, reader }, asked] = await Promise.all([visitor(), searchParams])
  const texts = reportFormTexts[language]
  const receipt = textOf(asked.receipt)
  if (receipt && !asked.sent) {
    const heard = await readReceipt(reader.payload, receipt, reader.now)
    return heard ? <Receipt {...{ language, heard }} /> : <MissingPage />
  }
  const number = textOf(asked.entry).toUpperCase()
  const [entry] = number
    ? (
        await findLive(
          { ...reader, audience: { sees: 'public' } },
          { columns: ['number', 'title'], where: { number: { equals: number } }, limit: 1 },
        )
      ).rows
    : []
  if (number && !entry) return <MissingPage />
  return (
    <div className="narrow card">
      <h1>{entry ? texts.wrongTitle : texts.missingTitle}</h1>
      {asked.sent === 'true' ? (
        <Thanks {...{ language, receipt }} />
      ) : (
        <>
          {asked.sent === 'failed' && (
            <p className="warning" role="alert">
              {texts.failedBefore}
            </p>
          )}
          {entry ? (
            <>
              <p>
                {texts.of}{' '}
                <a href={`/e/${entry.number}`} lang="zh-CN">
                  {entry.title}
                </a>
              </p>
              <Island of="ReportForm" language={language} kind="corrections" entry={entry.number} />
            </>
          ) : (
            <Island
              of="ReportForm"
              language={language}
              kind="gaps"
              query={textOf(asked.q).slice(0, LONGEST_QUERY)}
            />
          )}
        </>
      )}
    </div>
  )
}
