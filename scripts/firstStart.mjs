import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { hostname } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { Plain } from './checks.mjs'

/**
 * The first load of a MongoDB database, which no renaming makes whole: one row says who loads and
 * since when it is done. Until then nobody serves, and what a killed load left is thrown away.
 */
const collection = 'firstStart'
const row = { _id: 'load' }

/** Whoever loads says so this often; another may take over after a silence three times as long. */
const heartbeat = 5_000

/** Has the first start been finished? */
export const isPrepared = async ({ file, url }) => (file ? existsSync(file) : isLoaded(url))

function isLoaded(url) {
  return withDatabase(url, async (db) => {
    const found = await db.collection(collection).findOne(row)
    return Boolean(found?.doneAt)
  })
}

/**
 * Waits until the load is ours, and clears what an interrupted one left; null where it is done.
 * The data folder has one owner at a time, so what its last owner left need not be waited for.
 * @returns {Promise<null | { done: () => Promise<void> }>}
 */
export async function claimLoad({ url, dataDir }) {
  const claim = { owner: `${hostname()} ${dataDir}`, token: randomUUID() }
  while (!(await withDatabase(url, (db) => claimed(db, claim)))) {
    if (await isLoaded(url)) return null
    await pause(heartbeat / 5)
  }
  const ours = { ...row, token: claim.token }
  const say = (data) =>
    withDatabase(url, (db) => db.collection(collection).updateOne(ours, { $set: data }))
  const beating = setInterval(() => void say({ seenAt: new Date() }).catch(() => {}), heartbeat)
  beating.unref()
  return {
    done: async () => {
      clearInterval(beating)
      const { matchedCount } = await say({ doneAt: new Date() })
      if (matchedCount === 0) throw new Error('Another process took the first load over.')
    },
  }
}

async function claimed(db, { owner, token }) {
  const loads = db.collection(collection)
  const seenAt = new Date()
  // A city that came from elsewhere, from a backup perhaps, is taken as it is.
  const isServed = (await db.collection('users').findOne()) !== null
  try {
    await loads.insertOne({ ...row, owner, token, seenAt, ...(isServed ? { doneAt: seenAt } : {}) })
    return !isServed
  } catch (error) {
    if (error.code !== 11000) throw error
  }
  const silentSince = new Date(seenAt.getTime() - 3 * heartbeat)
  const isLeft = { doneAt: { $exists: false }, $or: [{ owner }, { seenAt: { $lt: silentSince } }] }
  const taken = await loads.updateOne({ ...row, ...isLeft }, { $set: { owner, token, seenAt } })
  if (taken.matchedCount === 0) return false
  await clear(db)
  return true
}

async function clear(db) {
  for (const { name } of await db.listCollections({}, { nameOnly: true }).toArray()) {
    if (name !== collection && !name.startsWith('system.')) await db.collection(name).deleteMany({})
  }
}

async function withDatabase(url, work) {
  // Not at the top: this file is read before anything is installed.
  const { MongoClient } = await import('mongodb')
  const client = new MongoClient(url, { serverSelectionTimeoutMS: 5_000 })
  try {
    await client.connect()
    return await work(client.db())
  } catch (error) {
    if (error.name !== 'MongoServerSelectionError') throw error
    const hosts = client.options.hosts.join(', ')
    throw new Plain(
      `无法连接 MongoDB（${hosts}），请检查 DATABASE_URL 以及该服务器是否在运行。\n` +
        `Cannot reach MongoDB at ${hosts}: check DATABASE_URL, and whether that server runs.`,
    )
  } finally {
    await client.close()
  }
}
