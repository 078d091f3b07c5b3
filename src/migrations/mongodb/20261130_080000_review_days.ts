import type { MigrateUpArgs } from '@payloadcms/db-mongodb'

/** Of before it was kept with the text that is online, the day that figures were told by until now: that of the copy. */
export async function up({ payload }: MigrateUpArgs): Promise<void> {
  const { knowledge, publications } = payload.db.collections
  const copies = knowledge?.find({ reviewBy: { $ne: null } }, { reviewBy: 1 }).lean() ?? []
  for await (const { _id, reviewBy } of copies)
    await publications?.updateMany(
      { entry: String(_id), library: 'knowledge', reviewBy: { $exists: false } },
      { $set: { reviewBy: reviewBy as unknown } },
    )
}

export const down = (): Promise<void> => Promise.resolve()
