import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`systems\` ADD \`may_tell\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`register\` ADD \`is_lapsed\` integer;`)
  await db.run(sql`ALTER TABLE \`tasks\` ADD \`lapses_on\` text;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`lapse_unreviewed\` integer;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`systems\` DROP COLUMN \`may_tell\`;`)
  await db.run(sql`ALTER TABLE \`register\` DROP COLUMN \`is_lapsed\`;`)
  await db.run(sql`ALTER TABLE \`tasks\` DROP COLUMN \`lapses_on\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`lapse_unreviewed\`;`)
}
