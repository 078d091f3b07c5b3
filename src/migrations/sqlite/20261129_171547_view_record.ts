import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`register\` ADD \`views\` numeric;`)
  await db.run(sql`CREATE INDEX \`register_views_idx\` ON \`register\` (\`views\`);`)
  await db.run(sql`ALTER TABLE \`views\` ADD \`number\` text;`)
  await db.run(sql`ALTER TABLE \`views\` ADD \`title\` text;`)
  await db.run(sql`ALTER TABLE \`views\` ADD \`is_repeat\` integer DEFAULT false;`)
  // Counts move to the register, and what was opened before gets its number; the title it had then nobody kept.
  await db.run(
    sql`UPDATE \`register\` SET \`views\` = (SELECT \`count\` FROM \`viewed\` WHERE \`viewed\`.\`id\` = \`register\`.\`id\`);`,
  )
  await db.run(
    sql`UPDATE \`views\` SET \`number\` = (SELECT \`number\` FROM \`register\` WHERE \`register\`.\`id\` = \`views\`.\`entry\`);`,
  )
  await db.run(sql`DROP TABLE \`viewed\`;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`viewed\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`count\` numeric NOT NULL
  );
  `)
  await db.run(
    sql`INSERT INTO \`viewed\` SELECT \`id\`, \`views\` FROM \`register\` WHERE \`views\` IS NOT NULL;`,
  )
  await db.run(sql`DROP INDEX \`register_views_idx\`;`)
  await db.run(sql`ALTER TABLE \`register\` DROP COLUMN \`views\`;`)
  await db.run(sql`ALTER TABLE \`views\` DROP COLUMN \`number\`;`)
  await db.run(sql`ALTER TABLE \`views\` DROP COLUMN \`title\`;`)
  await db.run(sql`ALTER TABLE \`views\` DROP COLUMN \`is_repeat\`;`)
}
