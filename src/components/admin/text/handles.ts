/** An editor of the form that is open: what stands in it (null while nothing was changed), and how the form gets it. */
type Handle = { read: () => unknown; write: (value: unknown) => void }

export const handles = new Map<string, Handle>()
