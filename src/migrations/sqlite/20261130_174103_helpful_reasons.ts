import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`helpful\` ADD \`reason\` text;`)
  await db.run(sql`ALTER TABLE \`day_counts\` ADD \`unclear\` numeric;`)
  await db.run(sql`ALTER TABLE \`day_counts\` ADD \`outdated\` numeric;`)
  await db.run(sql`ALTER TABLE \`day_counts\` ADD \`not_applicable\` numeric;`)
  await db.run(sql`ALTER TABLE \`day_counts\` ADD \`unsolved\` numeric;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`helpful\` DROP COLUMN \`reason\`;`)
  await db.run(sql`ALTER TABLE \`day_counts\` DROP COLUMN \`unclear\`;`)
  await db.run(sql`ALTER TABLE \`day_counts\` DROP COLUMN \`outdated\`;`)
  await db.run(sql`ALTER TABLE \`day_counts\` DROP COLUMN \`not_applicable\`;`)
  await db.run(sql`ALTER TABLE \`day_counts\` DROP COLUMN \`unsolved\`;`)
}
