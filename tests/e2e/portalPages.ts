import { anyone, as } from '../server/people'
import { entriesOf } from './atDesk'
import { demoEntry } from './demoEntries'

/**
 * Every kind of page that citizens meet: the first, an entry as it is opened, judged, with files or of another library,
 * results, narrowed, all, none, a unit, the directory, notices, cases, a theme, reports, what is not there or no more,
 * the pages of text, the sign-in.
 */
export async function portalPages(): Promise<string[]> {
  const [open, aCase, aNotice, gone] = await Promise.all([
    demoEntry({ isOpen: true }),
    entriesOf('cases').then((some) => some.find(({ openToPublic }) => openToPublic)),
    entriesOf('notices').then((some) => some.find(({ openToPublic }) => openToPublic)),
    withdrawn(),
  ])
  return [
    '/',
    `/e/${open.number}`,
    `/e/${open.number}?helpful=false&reason=unclear`,
    ...[aCase, aNotice].flatMap((one) => (one ? [`/e/${one.number}`] : [])),
    `/search?q=${encodeURIComponent(open.title.slice(0, 4))}`,
    `/search?q=${encodeURIComponent(open.title)}&unit=${open.unit.id}`,
    '/search',
    '/search?q=qzxjkwv',
    `/units/${open.unit.id}`,
    '/contacts',
    '/contacts?q=qzxjkwv',
    '/notices',
    '/cases',
    '/themes/housing',
    `/report?entry=${open.number}`,
    '/report',
    '/report?sent=true',
    '/nowhere/at/all',
    `/e/${gone}`,
    '/accessibility',
    '/about',
    '/privacy',
    '/login',
  ]
}

/** The number of an entry of which citizens are told that it was taken offline. */
async function withdrawn(): Promise<string> {
  const centre = await as('centre')
  const { body } = await centre.get<{ docs: { number: string }[] }>('/api/worklist?flag=withdrawn')
  for (const { number } of body.docs)
    if ((await anyone().fetch(`/e/${number}`)).status === 410) return number
  throw new Error('The demo city has no such entry.')
}
