'use client'

/** Ends the session on the server, then leaves the page, so that nothing stays on screen. */
export function SignOut({ label }: { label: string }) {
  const signOut = async () => {
    await fetch('/api/users/logout', { method: 'POST' }).catch(() => undefined)
    window.location.replace('/login')
  }
  return (
    <button type="button" className="plain" onClick={() => void signOut()}>
      {label}
    </button>
  )
}
