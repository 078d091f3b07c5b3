import { forgetDrafts } from '../drafts'

/** Ends the session on the server, then leaves the page, so that nothing stays on screen. */
export async function leave(): Promise<void> {
  forgetDrafts()
  await fetch('/api/users/logout', { method: 'POST' }).catch(() => undefined)
  window.location.replace('/login')
}
