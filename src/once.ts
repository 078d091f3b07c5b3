/**
 * The one value of this name in this process, made by whoever asks first. A bundle may hold a module twice, and what
 * one of the two keeps, counts or forgets is the other's too. Threads have their own. server.mjs, outside the bundle,
 * finds and leaves values as `globalThis[Symbol.for('zhiku.<name>')]`.
 * @param name one for each value, and always of the same type
 */
export function once<Value extends object>(name: string, make: () => Value): Value {
  const made = globalThis as unknown as Record<symbol, Value | undefined>
  return (made[Symbol.for(`zhiku.${name}`)] ??= make())
}
