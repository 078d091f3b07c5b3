import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { mayTakeSiteStep } from '@/access/site'
import { inTransaction } from '../inTransaction'
import { Refused } from '../Refused'
import { said, sentAs } from '../sentAs'
import { byId, findOne, insert, swap } from '../store'
import { contentSent, siteHash } from './contentSent'
import { recordSiteStep } from './record'
import { seenBy } from './takeSiteStep'
import {
  contentOf,
  isUnderWay,
  latestVersion,
  liveVersion,
  siteFacts,
  type SiteVersion,
} from './versions'

const saved = z.object({
  content: said(z.record(z.string(), z.unknown()), {
    zh: '请用 content 提交网站设置的各项内容。',
    en: 'Send the texts and looks of the site in content.',
  }),
  startedFrom: said(z.string().max(64).nullable(), {
    zh: '请用 startedFrom 说明所依据的文字（校验值；没有草稿时为 null）。',
    en: 'Say in startedFrom which words you began with: their hash, null where there was no draft.',
  }),
})

/**
 * `startedFrom` is the hash of the draft that was seen, null where there was none: another one meanwhile is 409, and nothing
 * is written. Throws `Refused`.
 */
export async function saveSite(
  req: PayloadRequest,
  body: Record<string, unknown>,
  at: Date,
): Promise<SiteVersion> {
  const { actor, centre, latest, version } = await seenBy(req)
  const facts = siteFacts(latest, centre)
  const code = mayTakeSiteStep(actor, 'save', facts)
  if (code) throw new Refused(code)
  const { content: sent, startedFrom } = sentAs(saved, body)
  if (startedFrom !== (version?.hash ?? null)) throw new Refused('changedMeanwhile')
  const live = await liveVersion(req)
  const content = await contentSent(
    sent,
    [version, live].map((one) => contentOf(one).emblem),
  )
  const hash = siteHash(content)
  const by = { byName: actor.name }
  try {
    return await inTransaction(req, async () => {
      const now = version
        ? await change(req, version, { content, hash, at, writer: actor.id, ...by })
        : await begin(req, { content, hash, at, writer: actor.id, ...by }, latest?.revision ?? 0)
      await recordSiteStep(req, { actor, step: 'save', facts, version: now, at })
      return now
    })
  } catch (error) {
    // Somebody began the same one at the same time.
    const now = error instanceof Refused || version ? null : await latestVersion(req)
    if (isUnderWay(now)) throw new Refused('changedMeanwhile')
    throw error
  }
}

type Written = Pick<SiteVersion, 'content' | 'hash' | 'byName'> & { at: Date; writer: string }

async function begin(
  req: PayloadRequest,
  { content, hash, byName, at, writer }: Written,
  after: number,
): Promise<SiteVersion> {
  const revision = after + 1
  const times = { createdAt: at.toISOString(), updatedAt: new Date().toISOString() }
  const row = {
    ...{ id: `site-${revision}`, revision, state: 'draft' as const, content, hash },
    ...{ lock: 1, writers: [writer], submitter: null, byName, approvedAt: null },
  }
  if (await findOne({ req, collection: 'siteVersions', where: byId(row.id) }))
    throw new Refused('changedMeanwhile')
  await insert({ req, collection: 'siteVersions', data: { ...row, ...times } })
  return row
}

async function change(
  req: PayloadRequest,
  version: SiteVersion,
  { content, hash, byName, writer }: Written,
): Promise<SiteVersion> {
  const { id, state, lock } = version
  const writers = [...new Set([...version.writers, writer])]
  const data = { content, hash, byName, writers, state: 'draft' as const, lock: lock + 1 }
  const moved = await swap({
    ...{ req, collection: 'siteVersions', data: { ...data, updatedAt: new Date().toISOString() } },
    where: {
      and: [{ id: { equals: id } }, { state: { equals: state } }, { lock: { equals: lock } }],
    },
  })
  if (!moved) throw new Refused('changedMeanwhile')
  return { ...version, ...data }
}
