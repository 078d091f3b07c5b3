/** What our indices are called; several instances may share a cluster, each under its own prefix. */
export type Names = {
  /** Aliases: what is searched, what is written to, and what a rebuild is filling. */
  read: string
  write: string
  filling: string
  /** A new index. */
  fresh(): string
  /** The index that is made where there is none; two processes that start at once make the same. */
  first(stamp: string): string
}

export function namesOf(prefix: string): Names {
  const index = `${prefix}-index-`
  return {
    read: `${prefix}-read`,
    write: `${prefix}-write`,
    filling: `${prefix}-filling`,
    fresh: () => `${index}${Date.now().toString(36)}`,
    first: (stamp) => `${index}first-${stamp}`,
  }
}
