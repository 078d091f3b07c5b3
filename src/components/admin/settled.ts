/** Longer than this nobody waits for React to render what was handed on. */
const longest = 3_000

/** Pictures on their way to the server. */
const underway = new Set<Promise<void>>()

/** Whoever saves waits for this as well. */
export function waitFor(sending: Promise<void>): void {
  const over = sending.finally(() => underway.delete(over))
  underway.add(over)
}

export const picturesSent = async (): Promise<void> => {
  await Promise.all(underway)
}

type Data = Readonly<Record<string, unknown>>

/**
 * Whoever saves waits until pictures are on the server and the text of the form is what stands on the page.
 */
export async function settled(getData: () => Data): Promise<void> {
  await picturesSent()
  const until = Date.now() + longest
  while (isBehind(getData()) && Date.now() < until) {
    for (const [path, { read, write }] of handles) {
      const written = read()
      if (isOther(getData()[path], written)) write(written)
    }
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
}

/** Does a text show what the form does not know yet? */
export const isBehind = (data: Data): boolean =>
  [...handles].some(([path, { read }]) => isOther(data[path], read()))

const isOther = (known: unknown, written: unknown) => written !== null && !isSame(known, written)

/** Do two values of a form say the same? The order of their names does not matter. */
export const isSame = (one: unknown, other: unknown): boolean => inOrder(one) === inOrder(other)

const inOrder = (value: unknown): string =>
  JSON.stringify(value ?? null, (_name, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )

/** An editor of the form that is open: what stands in it (null while nothing was changed), and how the form gets it. */
type Handle = { read: () => unknown; write: (value: unknown) => void }

export const handles = new Map<string, Handle>()
