import { setTimeout as pause } from 'node:timers/promises'
import { ask, type Answer } from '../server/ask'
import { baseUrl, type Person } from '../server/people'

/** Searches of the public are limited by address; on Linux the whole of 127/8 is ours to come from. */
let address = 2
const isManyAddressed = process.platform === 'linux'

/** Asks as the person; a search of the public from an address that has not asked too often. */
export async function askAs<Shape>(person: Person, path: string): Promise<Answer<Shape>> {
  if (!path.startsWith('/api/public/search')) return person.get<Shape>(path)
  for (;;) {
    const answer = await (isManyAddressed ? searchFrom<Shape>(path) : person.get<Shape>(path))
    if (answer.status !== 429) return answer
    address += 1
    if (!isManyAddressed) await pause(1000 * Number(answer.headers.get('retry-after') ?? 5))
  }
}

/** From others the front takes nothing. */
const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

/** Sends what a citizen does, under the same limit; elsewhere than on Linux by anybody who waits. */
export async function postPublicly<Shape>(path: string, sent: object): Promise<Answer<Shape>> {
  const headers = { 'Content-Type': 'application/json', 'User-Agent': browser }
  const post = { method: 'POST', headers, body: JSON.stringify(sent) }
  for (;;) {
    const answer = await ask<Shape>(baseUrl + path, isManyAddressed ? { ...post, ...from() } : post)
    if (answer.status !== 429) return answer
    address += 1
    if (!isManyAddressed) await pause(1000 * Number(answer.headers.get('retry-after') ?? 5))
  }
}

const searchFrom = <Shape>(path: string): Promise<Answer<Shape>> => ask(baseUrl + path, from())

const from = () => ({
  localAddress: `127.${(address >> 16) & 255}.${(address >> 8) & 255}.${address & 255}`,
})
