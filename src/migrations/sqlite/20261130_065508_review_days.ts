import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`publications\` ADD \`review_by\` text;`)
  // Of before it was kept, the day that figures were told by until now: that of the copy.
  await db.run(sql`UPDATE \`publications\` SET \`review_by\` = (SELECT \`review_by\` FROM \`knowledge\` WHERE \`knowledge\`.\`id\` = \`publications\`.\`entry\`) WHERE \`library\` = 'knowledge';`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`publications\` DROP COLUMN \`review_by\`;`)
}
