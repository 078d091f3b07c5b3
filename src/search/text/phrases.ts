const quoted = /["“”]([^"“”]+)["“”]|「([^」]+)」|『([^』]+)』/g
const MOST = 4

/** What was put in quotes of any form, literally, in normalised text. */
export function phrasesIn(text: string): string[] {
  const phrases = [...text.matchAll(quoted)].map(([, ...each]) => each.find(Boolean)?.trim() ?? '')
  return [...new Set(phrases.filter((phrase) => phrase !== ''))].slice(0, MOST)
}
