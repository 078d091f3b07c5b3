import type { Person } from '../server/people'
import type { Entry } from './entries'

/** Does the entry's own page open for this reader? Browsers bring the session as a cookie. */
export async function opensPage(entry: Entry, reader: Person): Promise<boolean> {
  const Cookie = reader.token ? `payload-token=${reader.token}` : ''
  const page = await reader.fetch(`/e/${entry.number}`, { headers: { Cookie, Authorization: '' } })
  return page.status === 200 && (await page.text()).includes(entry.title)
}

/** Does this page of the portal lead to the entry? */
export async function leadsTo(entry: Entry, reader: Person, path: string): Promise<boolean> {
  const page = await reader.fetch(path)
  return (await page.text()).includes(`href="/e/${entry.number}"`)
}
