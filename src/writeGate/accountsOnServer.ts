import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { BaseDatabaseAdapter, Where } from 'payload'
import { modelOf } from '@/tables/onServer'
import type { Own, SessionChange, Whole, WriteChange } from './ownColumns'

/** Each write is one of MongoDB's own on one document: whole, or not at all. */
export const accountsOnServer =
  (db: BaseDatabaseAdapter, own: Own): WriteChange =>
  async ({ id, ...asked }, { columns, sessions, hash }) => {
    const conditions: Where[] = [{ id: { equals: id } }]
    if (hash) conditions.push({ hash: { equals: hash } })
    const data = { ...columns }
    const each = sessions && 'added' in sessions ? sessions : null
    if (each && each.added.length > 0) data.sessions = { $push: each.added }
    if (sessions && !each) data.sessions = sessions
    const where = { and: conditions }
    const written: unknown = await own.updateOne({ ...asked, id: undefined, where, data })
    if (each) await renewAndEnd(db, { id, ...asked }, each)
    return written
  }

async function renewAndEnd(
  db: BaseDatabaseAdapter,
  asked: Whole,
  { renewed, ended }: SessionChange,
) {
  const { collection, id: _id } = asked
  const accounts = modelOf(db, collection)
  const transaction = await asked.req?.transactionID
  const session = transaction ? (db as MongooseAdapter).sessions[String(transaction)] : undefined
  const options = { session, timestamps: false }
  for (const { id, expiresAt } of renewed) {
    const end = { 'sessions.$.expiresAt': new Date(expiresAt) }
    await accounts.updateOne({ _id, 'sessions.id': id }, { $set: end }, options)
  }
  if (ended.length === 0) return
  const pull = { sessions: { id: { $in: ended } } }
  await accounts.updateOne({ _id }, { $pull: pull }, options)
}
