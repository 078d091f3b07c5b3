'use client'

import { daysInTrash, type Library, type State } from '@/access/rules'
import { fill } from '@/i18n/adminTexts'
import { bulletinTexts } from '@/i18n/bulletins'
import { dialogTexts } from '@/i18n/dialogTexts'
import { labelled } from '@/i18n/language'
import { stateNameOf, withdrawalKindNames } from '@/i18n/steps'
import { dayOf, momentOf } from '../dates'
import type { Situation } from '../situationFrom'
import { Receipts } from '../bulletins/Receipts'
import { useTexts } from '../useTexts'
import { passagesIn, useMarkedPassages } from './passages'

/** One line: state, number, place, which revision this is and which one readers see. */
export function Facts({ situation }: { situation: Situation }) {
  const { texts } = useTexts()
  const { library, state, number, revision, liveRevision, stateSince } = situation
  const place = [situation.unitAboveName, situation.unitName, situation.categoryName]
  return (
    <p className="zk-facts">
      <StateBadge state={state} library={library} />
      <span>
        {texts.number} {number}
      </span>
      <span>{place.filter(Boolean).join(' / ')}</span>
      <span>
        {fill(texts.standing, {
          revision: fill(texts.revision, { n: revision }),
          online: liveRevision === null ? texts.offline : fill(texts.online, { n: liveRevision }),
        })}
      </span>
      {liveRevision !== null && revision > liveRevision && (
        <span className="zk-tag">{texts.ahead}</span>
      )}
      <span>
        {texts.since} {momentOf(stateSince)}
      </span>
    </p>
  )
}

export function StateBadge({ state, library = 'knowledge' }: { state: State; library?: Library }) {
  const { language } = useTexts()
  return (
    <span className={`zk-state zk-state--${state}`}>{stateNameOf(library, state)[language]}</span>
  )
}

/** Above a text: what stands beside its state (a request, 下架, the trash), who brought it about and why. */
export function StandingNotices({ situation }: { situation: Situation }) {
  const { language } = useTexts()
  const texts = dialogTexts[language]
  const { lastReturn, deletion, returnAsked, withdrawal, trashedAt, consulted } = situation
  const { activation, push, seesReceipts } = situation
  const bulletins = bulletinTexts[language]
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
      {activation && (
        <Notice
          title={bulletins.active}
          text={activation.reason}
          by={bulletins.activeNote(
            activation.byName,
            momentOf(activation.at),
            momentOf(activation.until),
          )}
        />
      )}
      {push && (
        <Notice
          title={bulletins.pushed}
          text=""
          by={bulletins.pushedNote(push.byName, momentOf(push.at))}
        />
      )}
      {seesReceipts && <Receipts situation={situation} />}
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
          by={fill(texts.offlineSince, {
            name: withdrawal.byName || texts.bySystem,
            at: momentOf(withdrawal.at),
          })}
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
      {text && <p>{text}</p>}
      {children}
      {by && <small>{by}</small>}
    </div>
  )
}

/** 会同校核: which units were asked to agree and what each answered. */
function Consulted({ units }: { units: Situation['consulted'] }) {
  const { language } = useTexts()
  const texts = dialogTexts[language]
  return (
    <section className="zk-panel zk-consulted">
      <h2>{texts.consulted}</h2>
      <p className="zk-soft">{texts.consultedNote}</p>
      <ul>
        {units.map(({ unit, unitName, answer }) => (
          <li key={unit}>
            {labelled(language, unitName, ' ')}
            {answer ? (
              <>
                <strong>{answer.agrees ? texts.agrees : texts.objects}</strong> {answer.sentence}{' '}
                <span className="zk-soft">
                  {answer.byName} {momentOf(answer.at)}
                </span>
              </>
            ) : (
              <span className="zk-soft">{texts.waitingFor}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The reason of the last return, until the text is approved. */
function ReturnNotice({ given }: { given: NonNullable<Situation['lastReturn']> }) {
  const { texts } = useTexts()
  useMarkedPassages('.zk-text, .rich-text-lexical', passagesIn(given.reason))
  return (
    <div className="zk-notice zk-notice--warm" role="note">
      <strong>{texts.lastReturn}</strong>
      <p className="zk-reason">{given.reason}</p>
      <small>{fill(texts.returnedBy, { name: given.byName, at: momentOf(given.at) })}</small>
    </div>
  )
}
