import { at } from '@/base'
import { idleLockTexts } from '@/i18n/idleLock'
import type { Language } from '@/i18n/language'
import { doHeld } from '../../desk/held'
import { keepLocked, type Sitting } from './lockedTab'

/** The server is asked again after so long, in milliseconds. */
const again = 3_000

/**
 * Takes all that was open out of the page and its title at once, ends the session, and leads to the page that asks for the
 * password, which has none of it in its address either.
 * @param endsSession whether it is for this tab to do; another one that locked first has done it
 */
export async function lockTab(
  language: Language,
  { id, username, name }: Sitting,
  endsSession: boolean,
): Promise<void> {
  const { pathname, search, hash } = window.location
  keepLocked({ id, username, name, address: pathname + search + hash })
  const texts = idleLockTexts[language]
  hush()
  cover(texts.title, texts.covered)
  await doHeld()
  while (!(await (endsSession ? ended() : reached()))) {
    cover(texts.title, texts.lost)
    await new Promise((tried) => setTimeout(tried, again))
  }
  window.location.replace(at('/locked'))
}

/** The page's own keys act no longer, and no form asks whether to stay. */
function hush(): void {
  for (const kind of ['keydown', 'keyup', 'copy', 'paste', 'message', 'beforeunload'])
    window.addEventListener(kind, (event) => event.stopImmediatePropagation(), true)
}

function cover(title: string, words: string): void {
  const said = document.createElement('p')
  said.setAttribute('role', 'alert')
  said.textContent = words
  said.style.cssText = 'margin: 30vh auto; text-align: center; font: 1.25rem sans-serif'
  // With the scripts that brought it, which hold the words of the page too.
  document.body.replaceChildren(said)
  document.title = title
}

/** A session that has ended already is ended. */
const ended = (): Promise<boolean> =>
  fetch(at('/api/users/logout'), { method: 'POST' }).then(
    ({ status }) => status < 500,
    () => false,
  )

const reached = (): Promise<boolean> =>
  fetch(at('/readyz')).then(
    ({ ok }) => ok,
    () => false,
  )
