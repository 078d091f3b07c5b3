'use client'

import { useEffect, useState } from 'react'
import { momentOf } from '@/components/admin/dates'
import { bulletinTexts } from '@/i18n/bulletins'
import type { ShownBulletin } from '@/reading/bulletins'
import { useBulletins } from './useBulletins'

type Props = {
  onOpen: (number: string, search: null) => void
  say: (words: string) => void
}

const isPlan = ({ kind }: ShownBulletin) => kind === 'activated'
const isUnread = ({ isRead }: ShownBulletin) => !isRead

/** 启动的预案 on top of the desk: large until confirmed, then a line until it ends. */
export function ActivePlans({ onOpen, say }: Props) {
  const { language, all } = useBulletins()
  const texts = bulletinTexts[language]
  const plans = all.filter(isPlan)
  const first = all.find(isUnread)
  return (
    <>
      <Announced plans={plans} />
      {plans.length > 0 && (
        <section className="active-plans" aria-label={texts.activePlans}>
          {plans.map((plan) => (
            <div key={plan.id} className="active-plan" data-unread={plan.isRead ? undefined : ''}>
              <p className="active-plan-title">
                <strong>{texts.kinds.activated}</strong> <Title {...{ bulletin: plan, onOpen }} />{' '}
                <Facts plan={plan} />
              </p>
              {!plan.isRead && (
                <>
                  <p className="active-plan-sentence" lang="zh-CN">
                    {plan.sentence}
                  </p>
                  <Confirm {...{ bulletin: plan, say, hasKey: plan === first }} />
                </>
              )}
            </div>
          ))}
        </section>
      )}
    </>
  )
}

/** Until when; of what is not confirmed yet, whose it is and since when too. */
function Facts({ plan }: { plan: ShownBulletin }) {
  const { language } = useBulletins()
  const texts = bulletinTexts[language]
  const until = momentOf(plan.until)
  if (plan.isRead) return <span>{texts.until(until)}</span>
  return (
    <span className="active-plan-facts">
      <span lang="zh-CN">{plan.unit.name}</span>
      {' · '}
      {texts.period(momentOf(plan.since), until)}
    </span>
  )
}

/** Said aloud once to who hears the page, whenever a plan is activated. */
function Announced({ plans }: { plans: readonly ShownBulletin[] }) {
  const { language } = useBulletins()
  const [said, setSaid] = useState<{ ids: readonly string[]; words: string }>({
    ids: [],
    words: '',
  })
  const newest = plans.find(isUnread)
  useEffect(() => {
    // After it was painted: a page that comes with its words is not heard.
    const timer = setTimeout(() => {
      if (!newest) return
      const words = bulletinTexts[language].announced(newest.title, newest.sentence ?? '')
      setSaid((now) =>
        now.ids.includes(newest.id) ? now : { ids: [...now.ids, newest.id], words },
      )
    })
    return () => clearTimeout(timer)
  }, [newest, language])
  return (
    <p className="hidden" aria-live="assertive" lang="zh-CN">
      {said.words}
    </p>
  )
}

/** 推送话务员, first of what stands in the pane while nothing is open. */
export function Pushed({ onOpen, say }: Props) {
  const { language, all } = useBulletins()
  const texts = bulletinTexts[language]
  const pushed = all.filter((one) => !isPlan(one) && isUnread(one))
  const first = all.find(isUnread)
  if (pushed.length === 0) return null
  return (
    <section className="pushed" aria-label={texts.kinds.pushed}>
      <h2>{texts.kinds.pushed}</h2>
      <ul>
        {pushed.map((one) => (
          <li key={one.id}>
            <div>
              <Title {...{ bulletin: one, onOpen }} />
              <span className="desk-why">
                <span lang="zh-CN">{one.unit.name}</span>
                {' · '}
                {texts.pushedOn(momentOf(one.since))}
              </span>
            </div>
            <Confirm {...{ bulletin: one, say, hasKey: one === first }} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** One line above the results, for what is pushed and unread: it is seen also while an entry is open, and on a phone. */
export function PushedLine({ onOpen, say }: Props) {
  const { language, all } = useBulletins()
  const pushed = all.filter((one) => !isPlan(one) && isUnread(one))
  const [next] = pushed
  if (!next) return null
  const hasKey = next === all.find(isUnread)
  return (
    <div className="pushed-line">
      <span className="tag">{bulletinTexts[language].unread(pushed.length)}</span>
      <Title {...{ bulletin: next, onOpen }} />
      <Confirm {...{ bulletin: next, say, hasKey }} />
    </div>
  )
}

function Title({ bulletin, onOpen }: Pick<Props, 'onOpen'> & { bulletin: ShownBulletin }) {
  const { number, title } = bulletin
  return (
    <button
      type="button"
      className="plain"
      lang="zh-CN"
      data-bulletin={number}
      onClick={() => onOpen(number, null)}
    >
      {title}
    </button>
  )
}

type ConfirmProps = Pick<Props, 'say'> & {
  bulletin: ShownBulletin
  /** Is it the one that the key confirms? */
  hasKey: boolean
}

function Confirm({ bulletin, say, hasKey }: ConfirmProps) {
  const { language, confirm } = useBulletins()
  const [isBusy, setIsBusy] = useState(false)
  const texts = bulletinTexts[language]
  const onClick = async () => {
    setIsBusy(true)
    say(await confirm(bulletin))
    setIsBusy(false)
  }
  return (
    <button
      type="button"
      className="bulletin-confirm"
      disabled={isBusy}
      aria-keyshortcuts={hasKey ? 'y' : undefined}
      onClick={() => void onClick()}
    >
      {texts.confirm}
      <span className="hidden">{texts.ofTitle(bulletin.title)}</span> {hasKey && <kbd>y</kbd>}
    </button>
  )
}
