import { at } from '@/base'
import { idleLockTexts } from '@/i18n/idleLock'
import type { Language } from '@/i18n/language'
import { signOutTexts } from '@/i18n/signOut'
import { doHeld } from '../../desk/held'
import { keepLocked, type Sitting } from './lockedTab'

/** The server is asked again after so long, in milliseconds. */
const again = 3_000

/**
 * Takes all that was open out of the page, its title and its address at once, ends the session, and leads to the page that
 * asks for the password.
 * @param endsSession whether it is for this tab to do; another one that locked first has done it
 */
export async function lockTab(
  language: Language,
  { id, username, name }: Sitting,
  endsSession: boolean,
): Promise<void> {
  const { pathname, search, hash } = window.location
  keepLocked({ id, username, name, address: pathname + search + hash })
  const { title, covered, lost } = idleLockTexts[language]
  const until = endsSession ? ended : reached
  await coverUntil(until, { page: at('/locked'), title, covered, lost })
}

/** Signs out: the tab is covered likewise, until the session is known to have ended. */
export async function leaveTab(language: Language): Promise<void> {
  const { title, covered, lost } = signOutTexts[language]
  await coverUntil(ended, { page: at('/login'), title, covered, lost })
}

type Cover = { page: string; title: string; covered: string; lost: string }

async function coverUntil(isDone: () => Promise<boolean>, given: Cover): Promise<void> {
  const { page, title, covered, lost } = given
  hush(page)
  cover(title, covered)
  await doHeld()
  while (!(await isDone())) {
    cover(title, lost)
    await new Promise((tried) => setTimeout(tried, again))
  }
  window.location.replace(page)
}

/** What the page still hears, though nothing of it is there: it would act, ask, or write its title and address anew. */
const kinds = [
  ...['keydown', 'keyup', 'copy', 'paste', 'message', 'beforeunload'],
  ...['popstate', 'visibilitychange', 'online', 'offline'],
]

/** No step of the history says what was open. */
function hush(page: string): void {
  const unsay = () => window.history.replaceState(window.history.state, '', page)
  window.addEventListener('popstate', unsay, true)
  for (const kind of kinds)
    window.addEventListener(kind, (event) => event.stopImmediatePropagation(), true)
  // The admin's router would take the address for a page to show, and leave the cover for it.
  if (!window.location.pathname.startsWith(at('/admin'))) unsay()
}

let titles: MutationObserver | undefined

function cover(title: string, words: string): void {
  const said = document.createElement('p')
  said.setAttribute('role', 'alert')
  said.textContent = words
  said.style.cssText = 'margin: 30vh auto; text-align: center; font: 1.25rem sans-serif'
  // With the scripts that brought it, which hold the words of the page too.
  document.body.replaceChildren(said)
  document.title = title
  // What was under way when it was covered still writes the title it had. The last cover's alone: two would never agree.
  titles?.disconnect()
  titles = new MutationObserver(() => {
    if (document.title !== title) document.title = title
  })
  titles.observe(document.head, { subtree: true, childList: true, characterData: true })
}

/** A session that has ended already is ended. Asked also while the page is left. */
export const ended = (): Promise<boolean> =>
  fetch(at('/api/users/logout'), { method: 'POST', keepalive: true }).then(
    ({ status }) => status < 500,
    () => false,
  )

const reached = (): Promise<boolean> =>
  fetch(at('/readyz')).then(
    ({ ok }) => ok,
    () => false,
  )
