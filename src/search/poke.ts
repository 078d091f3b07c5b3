const key = Symbol.for('zhiku.sync')

type Holder = { [key]?: { poke(): void } }

const holder = globalThis as Holder

/**
 * Tells the sync worker of this process that something waits; it would notice by itself a second
 * later. Does nothing where no worker runs (commands, tests).
 */
export const pokeSync = (): void => holder[key]?.poke()

/** Set by the worker when it starts, and taken away when it stops. */
export function setPoke(poke: (() => void) | null): void {
  if (poke) holder[key] = { poke }
  else delete holder[key]
}
