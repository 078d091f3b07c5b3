import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`users\` ADD \`weekly_since\` text;`)
  await db.run(sql`ALTER TABLE \`alerts\` ADD \`is_uncompared\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`messages\` ADD \`taken_back_at\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`weekly_since\`;`)
  await db.run(sql`ALTER TABLE \`alerts\` DROP COLUMN \`is_uncompared\`;`)
  await db.run(sql`ALTER TABLE \`messages\` DROP COLUMN \`taken_back_at\`;`)
}
