/**
 * One question for all rows of a page: each cell of a column asks for its own row, and all that ask before
 * the page is written are asked for at once.
 */
export function askTogether<Value>(ask: (ids: string[]) => Promise<Map<string, Value>>) {
  let ids: string[] = []
  let asked: Promise<Map<string, Value>> | null = null
  return async (id: string): Promise<Value | undefined> => {
    ids.push(id)
    asked ??= new Promise((ready) => setImmediate(ready)).then(() => {
      const all = ids
      ids = []
      asked = null
      return ask(all)
    })
    return (await asked).get(id)
  }
}
