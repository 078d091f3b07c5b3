import { notFound } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { actorOf } from '@/access/actor'
import { mayReview, reviewsSeenOf, seesAllReviews } from '@/access/promoting'
import { adminPages } from '@/i18n/adminPages'
import { readOwn } from '@/workflow/promoting/answering'
import { lastLooks } from '@/workflow/promoting/looks'
import { readUnits } from '@/workflow/tree/readUnits'
import { AdminPage, PageHead } from '../AdminPage'
import { AnswerAll } from './Answers'
import { LooksByUnit, periodsShown } from './LooksByUnit'
import { Proposals } from './Proposals'

/** 热点信息提炼: what the own unit is to look at in these five working days, and for the centre which units did. */
export async function PromotionView(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const actor = actorOf(req.user)
  const unit = reviewsSeenOf(actor)
  const isCentre = seesAllReviews(actor)
  if (!actor || (unit === null && !isCentre)) notFound()
  const language = req.i18n.language === 'en' ? 'en' : 'zh'
  const now = new Date()
  const [proposed, looks, units] = await Promise.all([
    unit === null ? null : readOwn(req, unit, now),
    isCentre ? lastLooks(req.payload, now, periodsShown) : [],
    isCentre ? readUnits(req.payload, actor) : [],
  ])
  const title = adminPages.promotion.name[language]
  const mayAnswer = mayReview(actor)
  const isOpen =
    proposed !== null && !proposed.looked && proposed.entries.length + proposed.queries.length > 0
  return (
    <AdminPage view={view} place={title}>
      <PageHead title={title}>{mayAnswer && isOpen && <AnswerAll />}</PageHead>
      {proposed && <Proposals {...{ proposed, mayAnswer, language }} />}
      {isCentre && <LooksByUnit {...{ view, looks, units, language }} />}
    </AdminPage>
  )
}
