const key = Symbol.for('zhiku.sessions')

/** A right that was given or taken counts at once: what the lean path kept of sessions is dropped. */
export const forgetSessions = (): void => {
  ;(globalThis as { [key]?: Map<string, unknown> })[key]?.clear()
}
