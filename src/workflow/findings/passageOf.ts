/** A short piece of a text, and where in it stands what it is shown for. */
export type Passage = { passage: string; at: [number, number] }

const around = 18

/** What stands around a place of a text, within its line and never with half a character. */
export function passageOf(text: string, [from, to]: readonly [number, number]): Passage {
  const before = [...text.slice(0, from).split('\n').at(-1)!]
  const after = [...text.slice(to).split('\n')[0]!]
  const start = before.length > around ? `…${before.slice(-around).join('')}` : before.join('')
  const end = after.length > around ? `${after.slice(0, around).join('')}…` : after.join('')
  const marked = text.slice(from, to)
  return { passage: start + marked + end, at: [start.length, start.length + marked.length] }
}
