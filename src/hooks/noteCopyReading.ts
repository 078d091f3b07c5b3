import type { CollectionAfterOperationHook } from 'payload'
import type { Library } from '@/access/rules'
import { noteReading } from '@/workflow/audit/readings'
import { nameOfEntry } from '@/workflow/findings/nameOfEntry'
import { whoAsks } from '@/workflow/audit/recordAudit'

type Text = { id: string; number?: string; title?: string; revision?: number; body?: unknown }
type Version = { id: string; parent: string | { id: string }; version: Text }

/** A working copy or a version of it that somebody opened; what only the server itself looked at is not. */
export const noteCopyReading =
  (library: Library): CollectionAfterOperationHook =>
  ({ operation, overrideAccess, req, result }) => {
    if (overrideAccess) return result
    if (operation === 'findByID') note(result as Text)
    if (operation === 'findVersionByID') noteVersion(result as unknown as Version)
    // The admin's list shows columns; over REST a list hands out the texts themselves.
    const isList = operation === 'find' && req.payloadAPI === 'REST'
    if (isList) noteList((result as unknown as { docs: Text[] }).docs)
    if (operation === 'findVersions') {
      for (const version of (result as unknown as { docs: Version[] }).docs) noteVersion(version)
    }
    return result

    function note({ id, number, title, revision }: Text) {
      const subjectName = nameOfEntry({ number, title })
      noteReading(req.payload, {
        ...whoAsks(req),
        action: `${library}.read`,
        subject: id,
        subjectName,
        revision,
      })
    }

    function noteVersion({ parent, version }: Version) {
      if (version) note({ ...version, id: typeof parent === 'string' ? parent : parent.id })
    }

    function noteList(docs: readonly Text[]) {
      const texts = docs.filter((doc) => 'body' in doc)
      if (texts.length === 0) return
      const numbers = texts.map(({ id, number, revision }) => `${number ?? id}/${revision ?? '?'}`)
      noteReading(req.payload, { ...whoAsks(req), action: `${library}.list`, details: { numbers } })
    }
  }
