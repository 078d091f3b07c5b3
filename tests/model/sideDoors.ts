import type { Body, Row } from '../int/answers'
import type { DoorAction, SideDoor } from './actions'
import { actorOf, has } from './cast'
import { personOf, type Stage } from './stage'
import { fileOf } from './wire'
import { entryOf, libraries, type Entry, type World } from './words'
import type { Answer } from '../server/ask'
import type { Person } from '../server/people'

type Play = { stage: Stage; world: World }
type Knock = { person: Person; entry: Entry; path: string; stage: Stage }

/** What was answered, and whether a 2xx is wrong in itself; without effect everything has to be. */
type Tried = { answers: Answer<unknown>[]; mustRefuse: boolean }

/**
 * A way past the workflow. Every one of them leaves state, text and history as they were (looked at by
 * whoever called this); those that promise to write are refused too.
 */
export async function tryDoor({ stage, world }: Play, action: DoorAction) {
  const entry = entryOf(world, action.entry)
  const person = personOf(stage, action.by)
  const path = `/api/${entry.library}`
  const isCentre = has(actorOf(action.by), 'centre')
  const { answers, mustRefuse } = await doors[action.door]({ person, entry, path, stage })
  const isOpen = (status: number) => status >= 500 || (status < 300 && mustRefuse)
  // The settings are the centre's own: what it sends here is no setting at all.
  const wrong = answers.filter(({ status }) =>
    action.door === 'settings' && isCentre ? status >= 500 : isOpen(status),
  )
  return {
    disagreements: wrong.map(
      ({ status, body }) => `should be refused: ${status} ${JSON.stringify(body).slice(0, 300)}`,
    ),
  }
}

const mark = { summary: '绕过', title: '绕过？', state: 'approved', startedFrom: 1 }
const refused = async (...asked: Promise<Answer<unknown>>[]): Promise<Tried> => ({
  answers: await Promise.all(asked),
  mustRefuse: true,
})
const harmless = async (...asked: Promise<Answer<unknown>>[]): Promise<Tried> => ({
  answers: await Promise.all(asked),
  mustRefuse: false,
})

const doors: Record<SideDoor, (knock: Knock) => Promise<Tried>> = {
  patchMany: ({ person, entry, path }) =>
    refused(person.patch(`${path}?where[id][equals]=${entry.id}`, mark)),
  deleteMany: ({ person, entry, path }) =>
    refused(person.delete(`${path}?where[id][equals]=${entry.id}`)),
  deleteOne: ({ person, entry, path }) => refused(person.delete(`${path}/${entry.id}`)),
  duplicate: ({ person, entry, path }) => refused(person.post(`${path}/${entry.id}/duplicate`, {})),
  restoreVersion: async ({ person, entry, path }) => {
    const where = `where[parent][equals]=${entry.id}&depth=0&limit=1&sort=createdAt`
    const { body } = await person.get<Body>(`${path}/versions?${where}`)
    const version = body.docs?.[0]?.id ?? entry.id
    return refused(
      person.post(`${path}/versions/${version}`, {}),
      person.post(`${path}/versions/${version}?draft=true`, {}),
    )
  },
  publications: ({ person, entry }) => {
    const row = {
      entry: entry.id,
      slot: entry.id,
      isLive: true,
      title: '绕过？',
      openToPublic: true,
    }
    return refused(
      person.post('/api/publications', row),
      person.patch(`/api/publications?where[entry][equals]=${entry.id}`, { openToPublic: true }),
      person.delete(`/api/publications?where[entry][equals]=${entry.id}`),
    )
  },
  decisions: ({ person, entry }) =>
    refused(
      person.post('/api/decisions', { entry: entry.id, step: 'approve', to: 'approved' }),
      person.patch(`/api/decisions?where[entry][equals]=${entry.id}`, { reason: '改过' }),
      person.delete(`/api/decisions?where[entry][equals]=${entry.id}`),
    ),
  register: ({ person, entry }) =>
    refused(
      person.patch(`/api/register/${entry.id}`, { state: 'approved', liveRevision: 1 }),
      person.patch(`/api/register?where[id][equals]=${entry.id}`, { state: 'approved' }),
      person.delete(`/api/register/${entry.id}`),
    ),
  preferences: ({ person, entry }) =>
    harmless(
      person.post(`/api/payload-preferences/collection-${entry.library}-${entry.id}`, {
        value: { ...mark, id: entry.id },
      }),
    ),
  lockedDocuments: ({ person, entry }) =>
    harmless(
      person.post('/api/payload-locked-documents', {
        document: { relationTo: entry.library, value: entry.id },
        user: { relationTo: 'users', value: person.id },
      }),
    ),
  attachment: async ({ person, entry }) => {
    const file = await fileOf(entry)
    if (!file) return { answers: [], mustRefuse: true }
    return refused(
      person.patch(`/api/media/${file.id}`, { name: '换了.pdf', hash: 'x', filename: 'x.pdf' }),
      replaced(person, file),
      person.delete(`/api/media/${file.id}`),
    )
  },
  draftQuery: ({ person, entry, path }) =>
    refused(
      person.patch(`${path}/${entry.id}?draft=true&autosave=true`, {
        ...{ summary: '绕过', _status: 'published' },
      }),
    ),
  unknownStep: ({ person, entry, path }) =>
    refused(
      ...['relocate', 'finish', 'purge', 'toString', 'constructor'].map((name) =>
        person.post(`${path}/${entry.id}/${name}`, { revision: entry.revision, confirmed: true }),
      ),
    ),
  settings: ({ person }) => refused(person.post('/api/globals/settings', { id: 'mine' })),
  otherLibrary: ({ person, entry }) =>
    refused(
      ...libraries
        .filter((library) => library !== entry.library)
        .flatMap((library) => [
          person.post(`/api/${library}/${entry.id}/delete`, { revision: entry.revision }),
          person.post(`/api/${library}/${entry.id}/approve`, {
            ...{ revision: entry.revision, confirmed: true },
          }),
        ]),
    ),
  methodOverride: ({ person, entry, path }) =>
    refused(
      ...['DELETE', 'PATCH', 'PUT'].map(async (method) => {
        const headers = {
          ...{ 'X-HTTP-Method-Override': method, 'X-Payload-HTTP-Method-Override': method },
          'Content-Type': 'application/json',
        }
        const body = JSON.stringify(mark)
        const answer = await person.fetch(`${path}/${entry.id}`, { method: 'POST', headers, body })
        return { status: answer.status, headers: answer.headers, body: await answer.text() }
      }),
    ),
}

async function replaced(person: Person, file: Row): Promise<Answer<unknown>> {
  const body = new FormData()
  body.set('file', new Blob(['%PDF-1.4\nreplaced\n%%EOF'], { type: 'application/pdf' }), 'x.pdf')
  const answer = await person.fetch(`/api/media/${file.id}`, { method: 'PATCH', body })
  return { status: answer.status, headers: answer.headers, body: await answer.text() }
}
