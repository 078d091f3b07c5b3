import { once } from '@/once'

const worker = once<{ poke?: () => void }>('sync', () => ({}))

/**
 * Tells the sync worker of this process that something waits; it would notice by itself a second
 * later. Does nothing where no worker runs (commands, tests).
 */
export const pokeSync = (): void => worker.poke?.()

/** Set by the worker when it starts, and taken away when it stops. */
export function setPoke(poke: (() => void) | null): void {
  if (poke) worker.poke = poke
  else delete worker.poke
}
