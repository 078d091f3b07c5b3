/** The normalised parts of an entry. */
export type Parts = { title: string; names: string; body: string }

/** What one standing in the title, and in a similar question or key word, counts beside one in the text. */
const TITLE = 2.5
const NAMES = 2

/** How often a form stands in an entry, by where it stands, and whether its title holds it. */
export function occurrences(parts: Parts, form: string): { times: number; inTitle: boolean } {
  const inTitle = count(parts.title, form)
  const inNames = parts.names === '' ? 0 : count(parts.names, form)
  return {
    times: TITLE * inTitle + NAMES * inNames + count(parts.body, form),
    inTitle: inTitle > 0,
  }
}

function count(text: string, form: string): number {
  let times = 0
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) times++
  return times
}
