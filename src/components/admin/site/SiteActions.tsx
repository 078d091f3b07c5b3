'use client'

import { useEffect, useState } from 'react'
import { confirmations } from '@/access/rules'
import type { SiteStep } from '@/access/site'
import { siteNames } from '@/i18n/site'
import { siteViewTexts } from '@/i18n/siteView'
import { findingNames } from '@/i18n/reviewing'
import type { Finding } from '@/workflow/findings/findingsOf'
import { ask } from '../ask'
import { Checks } from '../Checks'
import { FindingChecks, graveIn, Marked } from '../Findings'
import { Asking, Sentence } from '../statistics/ReportActions'
import { useTexts } from '../useTexts'

type Seen = { revision: number; hash: string }
type Props = Seen & { steps: readonly SiteStep[]; findings: readonly Finding[] }

const path = (step: SiteStep) => `/api/siteVersions/${step}`

/** The preview of this version, and the steps this person may take with it. */
export function SiteActions({ steps, findings, ...seen }: Props) {
  const { language } = useTexts()
  const texts = siteViewTexts[language]
  const decides = steps.includes('approve') || steps.includes('return')
  const opening = useOpening(decides ? seen : null)
  const given = { ...seen, findings }
  return (
    <div className="zk-buttons zk-site__actions">
      <a
        className="zk-button"
        href={`/preview/site/${seen.hash}/home`}
        target="_blank"
        rel="noreferrer"
      >
        {texts.see}
      </a>
      {steps.includes('submit') && <Submit {...given} />}
      {steps.includes('approve') && opening.isOpened && <Approve {...given} />}
      {steps.includes('return') && <Return {...seen} />}
      {steps.includes('recall') && (
        <Asking
          button={texts.recall}
          title={texts.recall}
          done={texts.recalled}
          path={path('recall')}
          body={() => seen}
        >
          <></>
        </Asking>
      )}
      {steps.includes('discard') && (
        <Asking
          button={texts.discard}
          title={texts.discard}
          done={texts.discarded}
          path={path('discard')}
          body={() => seen}
        >
          <p>{texts.discardAsk}</p>
        </Asking>
      )}
      {opening.problem && (
        <p className="zk-error" role="alert">
          {opening.problem}
        </p>
      )}
    </div>
  )
}

/** That exactly these words were opened is on record before anybody approves them. */
function useOpening(seen: Seen | null): { isOpened: boolean; problem: string } {
  const {
    texts: { failed },
    language,
  } = useTexts()
  const [opening, setOpening] = useState({ isOpened: false, problem: '' })
  const { revision, hash } = seen ?? { revision: 0, hash: '' }
  useEffect(() => {
    if (!hash) return
    let isCurrent = true
    const body = { revision, hash }
    void ask('/api/siteVersions/open', { method: 'POST', body, language }).then((outcome) => {
      const problem = outcome.ok ? '' : outcome.detail || failed
      if (isCurrent) setOpening({ isOpened: outcome.ok, problem })
    })
    return () => {
      isCurrent = false
    }
  }, [revision, hash, language, failed])
  return opening
}

type Given = Seen & { findings: readonly Finding[] }

function Submit({ findings, ...seen }: Given) {
  const { texts: common, language } = useTexts()
  const texts = siteViewTexts[language]
  const [named, setNamed] = useState<string[]>([])
  const kinds = graveIn(findings)
  return (
    <Asking
      button={texts.submit}
      title={texts.submit}
      done={texts.submitted}
      path={path('submit')}
      body={() => ({ ...seen, findings: named })}
      slip={() => (named.length < kinds.length ? common.confirmAll : '')}
    >
      <p>{texts.submitAsk}</p>
      <Found {...{ findings, named, setNamed }} />
    </Asking>
  )
}

function Approve({ findings, ...seen }: Given) {
  const { texts: common, language } = useTexts()
  const texts = siteViewTexts[language]
  const [named, setNamed] = useState<string[]>([])
  const [confirmed, setConfirmed] = useState<(typeof confirmations)[number][]>([])
  const isWhole = () =>
    named.length === graveIn(findings).length && confirmed.length === confirmations.length
  return (
    <Asking
      button={texts.approve}
      title={texts.approve}
      done={texts.approved}
      path={path('approve')}
      body={() => ({ ...seen, findings: named, confirmed })}
      slip={() => (isWhole() ? '' : common.confirmAll)}
    >
      <p>{texts.approveAsk}</p>
      <Checks
        items={confirmations.map((key) => ({ key, label: common[key] }))}
        chosen={confirmed}
        onChange={setConfirmed}
      />
      <Found {...{ findings, named, setNamed }} />
    </Asking>
  )
}

function Return(seen: Seen) {
  const texts = siteViewTexts[useTexts().language]
  const [reason, setReason] = useState('')
  return (
    <Asking
      button={texts.return}
      title={texts.return}
      done={texts.returned}
      path={path('return')}
      body={() => ({ ...seen, reason })}
    >
      <Sentence label={texts.reason} value={reason} onChange={setReason} />
    </Asking>
  )
}

type FoundProps = {
  findings: readonly Finding[]
  named: string[]
  setNamed: (named: string[]) => void
}

/** What stands out in the texts, where; each kind is confirmed by name. */
function Found({ findings, named, setNamed }: FoundProps) {
  const { language } = useTexts()
  if (findings.length === 0) return null
  return (
    <section>
      <p>{siteViewTexts[language].findings}</p>
      <ul>
        {findings.map((one, at) => (
          <li key={at} lang="zh-CN">
            {siteNames[one.field as keyof typeof siteNames][language]} ·{' '}
            {findingNames[one.kind]?.[language] ?? one.kind}：<Marked item={one} />
          </li>
        ))}
      </ul>
      <FindingChecks kinds={graveIn(findings)} named={named} onChange={setNamed} />
    </section>
  )
}
