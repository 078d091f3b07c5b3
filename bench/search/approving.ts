import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { people } from './people'
import { signedIn, type SignedIn } from './signedIn'

type Doc = { id: string; title: string; revision: number }

const node = { version: 1, direction: 'ltr', format: '', indent: 0 }
const words = { type: 'text', version: 1, format: 0, detail: 0, mode: 'normal', style: '' }
const paragraph = {
  ...{ ...node, type: 'paragraph' },
  children: [{ ...words, text: '带身份证到窗口办理，当场办结。' }],
}
const body = { root: { ...node, type: 'root', children: [paragraph] } }

/** How often an agent looks whether it is there, in milliseconds. */
const LOOK_EVERY = 10

/**
 * Writes, submits and approves an entry as people do, and says how many milliseconds after the approval was
 * asked for an agent finds it.
 */
export async function approving(url: string): Promise<() => Promise<number>> {
  const [agent, editor, approver] = [
    await signedIn(url, people.agent),
    await signedIn(url, people.editor),
    await signedIn(url, people.approver),
  ]
  const category = await categoryOf(editor)
  return async () => {
    const word = randomUUID().slice(0, 8)
    const { doc } = await editor.call<{ doc: Doc }>('POST', '/api/knowledge', {
      ...{ category, title: `如何办理${word}？`, summary: '带身份证到窗口办理。', body },
      ...{ openToUnits: true, openToPublic: false },
    })
    const at = `/api/knowledge/${doc.id}`
    const { revision } = doc
    await editor.call('POST', `${at}/submit`, { revision })
    await approver.call('GET', `${at}/review`)
    const begun = performance.now()
    await approver.call('POST', `${at}/approve`, { revision, confirmed: true })
    while (!(await isFound(agent, word, doc.id))) await pause(LOOK_EVERY)
    return performance.now() - begun
  }
}

async function isFound(agent: SignedIn, word: string, id: string): Promise<boolean> {
  const { hits } = await agent.call<{ hits: { id: string }[] }>('GET', `/api/search?q=${word}`)
  return hits.some((hit) => hit.id === id)
}

/** A category of the editor's own unit. */
async function categoryOf(editor: SignedIn): Promise<string> {
  const { user } = await editor.call<{ user: { unit: string | { id: string } } }>(
    'GET',
    '/api/users/me',
  )
  const unit = typeof user.unit === 'string' ? user.unit : user.unit.id
  const where = `where[parent][equals]=${unit}&where[category][equals]=services`
  const { docs } = await editor.call<{ docs: { id: string }[] }>(
    'GET',
    `/api/nodes?${where}&depth=0`,
  )
  if (!docs[0]) throw new Error('The unit of the benchmark has no category.')
  return docs[0].id
}
