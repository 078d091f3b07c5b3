import type { Search } from '../../ranking/searchBy'
import type { SuggestQuery } from '../../types'
import { connect, type Connection } from './connection'
import { search } from './search'
import { serve } from '@/threads/serve'
import { versionsBehind } from './store'
import { suggest } from './suggest'

/** The file is named each time: after a rebuild it is another one. */
export type ReaderQuestion = { file: string } & (
  | ({ do: 'search' } & Search)
  | { do: 'suggest'; query: SuggestQuery }
  | { do: 'scan'; after: string }
  | { do: 'ping' }
)

const SCANNED_AT_ONCE = 2_000

let open: { file: string; db: Connection } | null = null

serve<ReaderQuestion>((question) => {
  const db = connectionTo(question.file)
  switch (question.do) {
    case 'search':
      return search(db, question)
    case 'suggest':
      return suggest(db, question.query)
    case 'scan':
      return versionsBehind(db, question.after, SCANNED_AT_ONCE)
    case 'ping':
      return db.rows('SELECT 1 FROM meta').length
  }
})

function connectionTo(file: string): Connection {
  if (open?.file !== file) {
    open?.db.close()
    open = { file, db: connect(file) }
  }
  return open.db
}
