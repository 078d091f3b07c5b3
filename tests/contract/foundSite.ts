import { createLocalReq, type PayloadRequest } from 'payload'
import { expect } from '@jest/globals'
import type { SiteStep } from '@/access/site'
import { openDatabase } from './openDatabase'

/** Reads settings when it is loaded. */
const load = async () => ({
  ...(await import('@/workflow/site/saveSite')),
  ...(await import('@/workflow/site/takeSiteStep')),
  ...(await import('@/workflow/site/readSite')),
  ...(await import('@/reading/site')),
  ...(await import('@/jobs/examining/readLog')),
  ...(await import('@/jobs/examining/records')),
  ...(await import('@/jobs/examining/site')),
  ...(await import('@/tables')),
})

const isActive = true
export const writer = {
  id: 'w',
  name: '写的人',
  unit: 'c',
  roles: ['centre', 'approver'],
  isActive,
}
export const second = { id: 's', name: '另一位', unit: 'c', roles: ['centre'], isActive }
export const leader = { id: 'l', name: '分管领导', unit: 'c', roles: ['approver'], isActive }
export const elsewhere = {
  id: 'e',
  name: '别的单位',
  unit: 'a',
  roles: ['approver', 'editor'],
  isActive,
}
export const operator = { id: 'o', name: '系统管理员', unit: 'c', roles: ['operator'], isActive }
export type Person = typeof writer
export const confirmed = ['legality', 'accuracy', 'timeliness', 'standard', 'confidentiality']
export const refused = (code: string) => expect.objectContaining({ code })

const now = new Date('2026-06-03T09:00:00+08:00')

/** The centre `c` with its people, another unit `a`, and what they do with the city's site. */
export async function foundSite() {
  const city = await openDatabase()
  const house = await load()
  for (const [id, isCentre] of [
    ['a', false],
    ['c', true],
  ] as const)
    await city.payload.db.create({
      collection: 'nodes',
      data: { id, name: id, kind: 'department', unit: id, level: 1, isCentre },
    })
  const as = (person: Person | null): Promise<PayloadRequest> =>
    createLocalReq(
      person ? { user: { ...person, collection: 'users' } as never } : {},
      city.payload,
    )

  const seen = async (person = writer) => (await house.readSiteVersions(await as(person))).draft
  const save = async (person: Person | null, content: object, startedFrom?: string | null) =>
    house.saveSite(
      await as(person),
      {
        content,
        startedFrom: startedFrom === undefined ? ((await seen())?.hash ?? null) : startedFrom,
      },
      now,
    )
  async function step(person: Person | null, name: Exclude<SiteStep, 'save'>, more: object = {}) {
    const draft = await seen()
    const sent = { revision: draft?.revision ?? 0, hash: draft?.hash ?? '', ...more }
    return house.takeSiteStep(await as(person), name, sent, now)
  }
  async function open(person: Person, more: object = {}) {
    const draft = await seen()
    await house.openSite(await as(person), {
      revision: draft?.revision,
      hash: draft?.hash,
      ...more,
    })
  }
  const nameNow = async () => (await house.readSite(city.payload)).content.name

  /** Whatever was left under way is given up. */
  async function cleared(): Promise<void> {
    const { draft } = await house.readSiteVersions(await as(writer))
    if (draft?.state === 'pending') await step(writer, 'recall')
    if (draft) await step(writer, 'discard')
  }
  return { city, house, as, seen, save, step, open, nameNow, cleared }
}
