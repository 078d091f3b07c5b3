/** What the desk is asked: words and filters; kept in the address, so that a reload or a sign-in keeps it. */
export type Question = { words: string; library: string; unit: string; category: string }

const names = { words: 'q', library: 'library', unit: 'unit', category: 'category' } as const

export function questionQuery(question: Question): URLSearchParams {
  const query = new URLSearchParams()
  for (const [key, name] of Object.entries(names)) {
    const value = question[key as keyof Question].trim()
    if (value) query.set(name, value)
  }
  return query
}

type Given = Record<string, string | string[] | undefined>

export function readAddress(given: Given): { question: Question; entry: string | null } {
  const of = (name: string) => {
    const value = given[name]
    return typeof value === 'string' ? value : ''
  }
  const question = {
    words: of('q'),
    library: of('library'),
    unit: of('unit'),
    category: of('category'),
  }
  return { question, entry: of('entry') || null }
}

export function deskAddress(question: Question, entry: string | null): string {
  const query = questionQuery(question)
  if (entry) query.set('entry', entry)
  const text = query.toString()
  return text ? `/desk?${text}` : '/desk'
}
