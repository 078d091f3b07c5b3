'use client'

import { daysInTrash } from '@/access/rules'
import { fill } from '@/i18n/adminTexts'
import { dialogTexts } from '@/i18n/dialogTexts'
import { withdrawalKindNames } from '@/i18n/steps'
import { dayOf, momentOf } from '../dates'
import { ReturnNotice } from '../ReturnNotice'
import type { Situation } from '../situationOf'
import { useTexts } from '../useTexts'
import { Consulted } from './Consulted'

/** Above a text: what stands beside its state (a request, 下架, the trash), who brought it about and why. */
export function StandingNotices({ situation }: { situation: Situation }) {
  const { language } = useTexts()
  const texts = dialogTexts[language]
  const { lastReturn, deletion, returnAsked, withdrawal, trashedAt, consulted } = situation
  const askedBy = ({ byName, at }: { byName: string; at: string }) =>
    fill(texts.askedBy, { name: byName, at: momentOf(at) })
  return (
    <>
      {trashedAt && (
        <Notice
          title={texts.inTrash}
          text={fill(texts.trashNote, { day: dayOf(trashedAt), n: daysInTrash })}
        />
      )}
      {deletion && (
        <Notice title={texts.deletionAsked} text={deletion.reason} by={askedBy(deletion)} />
      )}
      {returnAsked && (
        <Notice title={texts.returnAsked} text={returnAsked.reason} by={askedBy(returnAsked)} />
      )}
      {withdrawal && (
        <Notice
          title={[
            texts.withdrawn,
            withdrawal.kind && withdrawalKindNames[withdrawal.kind][language],
          ]
            .filter(Boolean)
            .join(' · ')}
          text={withdrawal.reason}
          by={fill(texts.offlineSince, { name: withdrawal.byName, at: momentOf(withdrawal.at) })}
        >
          {withdrawal.successor && (
            <p>
              {texts.mergedInto}
              <a className="zk-link" href={`/e/${withdrawal.successor.number}`}>
                {withdrawal.successor.title}
              </a>
            </p>
          )}
        </Notice>
      )}
      {lastReturn && <ReturnNotice given={lastReturn} />}
      {consulted.length > 0 && <Consulted units={consulted} />}
    </>
  )
}

type NoticeProps = { title: string; text: string; by?: string; children?: React.ReactNode }

function Notice({ title, text, by, children }: NoticeProps) {
  return (
    <div className="zk-notice zk-notice--warm" role="note">
      <strong>{title}</strong>
      <p>{text}</p>
      {children}
      {by && <small>{by}</small>}
    </div>
  )
}
