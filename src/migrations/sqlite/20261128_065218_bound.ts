import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`nodes\` ADD \`is_office\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`publications\` ADD \`hash\` text;`)
  await db.run(sql`ALTER TABLE \`decisions\` ADD \`seq\` numeric;`)
  await db.run(sql`ALTER TABLE \`decisions\` ADD \`hash\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`nodes\` DROP COLUMN \`is_office\`;`)
  await db.run(sql`ALTER TABLE \`publications\` DROP COLUMN \`hash\`;`)
  await db.run(sql`ALTER TABLE \`decisions\` DROP COLUMN \`seq\`;`)
  await db.run(sql`ALTER TABLE \`decisions\` DROP COLUMN \`hash\`;`)
}
