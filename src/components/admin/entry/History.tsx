'use client'

import { useState } from 'react'
import { steps, type Library, type State, type Step, type StepRule } from '@/access/rules'
import { fill } from '@/i18n/adminTexts'
import { bulletinTexts } from '@/i18n/bulletins'
import { dialogTexts } from '@/i18n/dialogTexts'
import { labelled } from '@/i18n/language'
import { handoverTexts } from '@/i18n/people'
import { countedIn, findingPhrases, versionTexts, type Counts } from '@/i18n/reviewing'
import { stateNameOf, stepNames } from '@/i18n/steps'
import type { Decision } from '@/payload-types'
import type { Keeping } from '@/workflow/accounts/keeping/keepingOf'
import { versionsAddress } from '../addresses'
import { ask, useAnswer } from '../ask'
import { momentOf } from '../dates'
import { DifferenceList } from '../Differences'
import { useTexts } from '../useTexts'
import { type Difference, useEntry } from './EntryContext'

type Props = { library: Library; id: string; seesVersions: boolean }

/** The way of an entry, newest first: who took which step when and why, and what readers saw change. */
export function History({ library, id, seesVersions }: Props) {
  const { texts, language } = useTexts()
  const path = `/api/${library}/${id}/history`
  const { data, problem } = useAnswer<{ docs: Decision[] } & Keeping>(path)
  const decisions = data?.docs
  return (
    <section className="zk-panel zk-history">
      <h2>{texts.history}</h2>
      <KeptBy keeping={data ?? { keeper: null, handovers: [] }} />
      {problem && <p className="zk-error">{problem}</p>}
      {!decisions && !problem && <p className="zk-soft">{texts.loading}</p>}
      {decisions?.length === 0 && <p className="zk-soft">{texts.noHistory}</p>}
      <ol>
        {decisions?.map((decision) => (
          <Taken key={decision.id} decision={decision} library={library} entry={id} />
        ))}
      </ol>
      {seesVersions && (
        <a className="zk-link" href={versionsAddress(library, id)}>
          {versionTexts[language].title}
        </a>
      )}
    </section>
  )
}

type TakenProps = { decision: Decision; library: Library; entry: string }

function Taken({ decision, library, entry }: TakenProps) {
  const { texts, language } = useTexts()
  const { from, to, reason, byName, isActingForUnit, onBehalfOfName } = decision
  const step = decision.step as Step
  const nameOf = (state: unknown) => stateNameOf(library, state as State)?.[language] ?? '—'
  const at = String(decision.at)
  return (
    <li>
      <p>
        <strong>{stepNames[step]?.[language] ?? step}</strong>
        {isActingForUnit && <span className="zk-tag">{texts.forUnit}</span>} {byName}{' '}
        {onBehalfOfName && (
          <span className="zk-tag">{fill(texts.onBehalf, { name: onBehalfOfName })}</span>
        )}
      </p>
      <p className="zk-soft">
        <time dateTime={at}>{momentOf(at)}</time>
        {from !== to && (
          <>
            {' · '}
            {nameOf(from)} → {nameOf(to)}
          </>
        )}
      </p>
      {reason && <p className="zk-history__reason">{labelled(language, texts.reason, reason)}</p>}
      <Announced details={decision.details} step={step} />
      <FoundThen details={decision.details} />
      <ChangeOfStep library={library} entry={entry} decision={decision.id} step={step} />
    </li>
  )
}

/** What desks were told with an activated plan, and until when. */
function Announced({ details, step }: { details: Decision['details']; step: Step }) {
  const { language } = useTexts()
  const { sentence, until } = (details ?? {}) as { sentence?: string; until?: string }
  const rule: StepRule | undefined = steps[step]
  if (!rule?.needs.includes('end')) return null
  const { until: untilWhen } = bulletinTexts[language]
  return (
    <p className="zk-history__reason">
      {[sentence, until && untilWhen(momentOf(until))].filter(Boolean).join(' ')}
    </p>
  )
}

/** What stood out in the text when this step was taken; kinds and counts are all the record keeps. */
function FoundThen({ details }: { details: Decision['details'] }) {
  const { language } = useTexts()
  const { findings, named } = (details ?? {}) as { findings?: Counts; named?: string[] }
  if (!findings) return null
  const { atStep, seenShort } = findingPhrases[language]
  return (
    <p className="zk-soft">
      {fill(atStep, { counts: countedIn(language, findings) })}
      {named && named.length > 0 && seenShort}
    </p>
  )
}

/** 经办人: who looks after the entry, and how it came to them. */
function KeptBy({ keeping }: { keeping: Keeping }) {
  const { language } = useTexts()
  const texts = handoverTexts[language]
  const { keeper, handovers } = keeping
  if (!keeper && handovers.length === 0) return null
  return (
    <div className="zk-keptby">
      <p>{labelled(language, texts.keeper, keeper ?? texts.none)}</p>
      {handovers.map(({ id, at, byName, from, to }) => (
        <p key={id} className="zk-soft">
          {texts.changed} {fill(texts.fromTo, { from: from ?? texts.none, to: to ?? texts.none })}
          {' · '}
          {byName} <time dateTime={at}>{momentOf(at)}</time>
        </p>
      ))}
    </div>
  )
}

type Change = { wasOnline: boolean; isOnline: boolean; difference: Difference[] | null }

type ChangeProps = { library: Library; entry: string; decision: string; step: Step }

/** 查看改动: what this step changed for readers, asked for only when somebody wants to know. */
function ChangeOfStep({ library, entry, decision, step }: ChangeProps) {
  const { texts, language } = useTexts()
  const words = dialogTexts[language]
  const [change, setChange] = useState<Change | null>(null)
  const [isOpen, setIsOpen] = useState(false)
  const [problem, setProblem] = useState('')
  const rule: StepRule | undefined = steps[step]
  if (!rule || rule.publication === 'none' || rule.publication === 'place') return null

  async function toggle() {
    setIsOpen(!isOpen)
    if (change || isOpen) return
    const found = await ask<Change>(`/api/${library}/${entry}/history/${decision}`, { language })
    if (found.ok) setChange(found.data)
    setProblem(found.ok ? '' : found.detail || texts.failed)
  }
  return (
    <>
      <button
        type="button"
        className="zk-link"
        aria-expanded={isOpen}
        onClick={() => void toggle()}
      >
        {isOpen ? words.hideChange : words.showChange}
      </button>
      {isOpen && (
        <div className="zk-change" aria-live="polite">
          {problem && <p className="zk-error">{problem}</p>}
          {!change && !problem && <p className="zk-soft">{texts.loading}</p>}
          {change && <Shown change={change} />}
        </div>
      )}
    </>
  )
}

function Shown({ change: { wasOnline, isOnline, difference } }: { change: Change }) {
  const { language } = useTexts()
  const words = dialogTexts[language]
  if (difference && difference.length > 0) return <DifferenceList difference={difference} />
  if (isOnline && !wasOnline) return <p className="zk-soft">{words.wentOnline}</p>
  if (wasOnline && !isOnline) return <p className="zk-soft">{words.wentOffline}</p>
  return <p className="zk-soft">{words.nothingChanged}</p>
}

/** 办理记录 beside the form. */
export function HistoryField() {
  const entry = useEntry()
  if (!entry) return null
  const { library, id, stateSince, seesVersions } = entry
  return <History key={stateSince} library={library} id={id} seesVersions={seesVersions} />
}
