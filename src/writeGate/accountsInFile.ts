import { changedSessions, type Own, type Row, type WriteChange } from './ownColumns'

/** Behind the gate nobody writes between this reading and the writing. */
export const accountsInFile =
  (_db: unknown, own: Own): WriteChange =>
  async (asked, { columns, sessions, hash }) => {
    const { collection, id, req } = asked
    const present = (await own.findOne({
      collection,
      req,
      where: { id: { equals: id } },
    })) as Row | null
    if (!present || (hash && present.hash !== hash)) return null
    const data = { ...present, ...columns, sessions: changedSessions(present.sessions, sessions) }
    return own.updateOne({ ...asked, data })
  }
