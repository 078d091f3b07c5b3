const key = Symbol.for('zhiku.sync')

type Holder = { [key]?: { poke(): void } }

/**
 * Tells the sync worker of this process that something waits; it would notice by itself a second
 * later. Does nothing where no worker runs (commands, tests).
 */
export const pokeSync = (): void => (globalThis as Holder)[key]?.poke()
