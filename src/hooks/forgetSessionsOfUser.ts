const key = Symbol.for('zhiku.sessions')

/** A changed account counts at once: what the lean path kept of sessions for a few seconds is dropped. */
export const forgetSessionsOfUser = (): void => {
  ;(globalThis as { [key]?: Map<string, unknown> })[key]?.clear()
}
