import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`views_entry_idx\`;`)
  await db.run(sql`DROP INDEX \`views_reader_idx\`;`)
  await db.run(sql`ALTER TABLE \`views\` ADD \`number\` text;`)
  await db.run(sql`ALTER TABLE \`views\` ADD \`title\` text;`)
  await db.run(sql`ALTER TABLE \`views\` ADD \`reader_name\` text;`)
  await db.run(sql`ALTER TABLE \`views\` ADD \`is_repeat\` integer DEFAULT false;`)
  await db.run(sql`CREATE INDEX \`entry_at_idx\` ON \`views\` (\`entry\`,\`at\`);`)
  await db.run(sql`CREATE INDEX \`reader_at_idx\` ON \`views\` (\`reader\`,\`at\`);`)
  await db.run(sql`CREATE INDEX \`number_at_idx\` ON \`views\` (\`number\`,\`at\`);`)
  await db.run(sql`ALTER TABLE \`register\` ADD \`views\` numeric;`)
  await db.run(sql`CREATE INDEX \`register_views_idx\` ON \`register\` (\`views\`);`)
  // Counts move to the register; what was opened before gets number and name. The title it had then nobody kept.
  await db.run(
    sql`UPDATE \`register\` SET \`views\` = (SELECT \`count\` FROM \`viewed\` WHERE \`viewed\`.\`id\` = \`register\`.\`id\`);`,
  )
  await db.run(sql`UPDATE \`views\` SET
    \`number\` = (SELECT \`number\` FROM \`register\` WHERE \`register\`.\`id\` = \`views\`.\`entry\`),
    \`reader_name\` = coalesce(
      (SELECT \`name\` FROM \`users\` WHERE \`users\`.\`id\` = \`views\`.\`reader\`),
      (SELECT \`name\` FROM \`systems\` WHERE \`systems\`.\`id\` = \`views\`.\`reader\`)
    );`)
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
  // They would be counted.
  await db.run(sql`DELETE FROM \`views\` WHERE \`is_repeat\` = 1;`)
  await db.run(sql`DROP INDEX \`register_views_idx\`;`)
  await db.run(sql`ALTER TABLE \`register\` DROP COLUMN \`views\`;`)
  await db.run(sql`DROP INDEX \`entry_at_idx\`;`)
  await db.run(sql`DROP INDEX \`reader_at_idx\`;`)
  await db.run(sql`DROP INDEX \`number_at_idx\`;`)
  await db.run(sql`CREATE INDEX \`views_entry_idx\` ON \`views\` (\`entry\`);`)
  await db.run(sql`CREATE INDEX \`views_reader_idx\` ON \`views\` (\`reader\`);`)
  await db.run(sql`ALTER TABLE \`views\` DROP COLUMN \`number\`;`)
  await db.run(sql`ALTER TABLE \`views\` DROP COLUMN \`title\`;`)
  await db.run(sql`ALTER TABLE \`views\` DROP COLUMN \`reader_name\`;`)
  await db.run(sql`ALTER TABLE \`views\` DROP COLUMN \`is_repeat\`;`)
}
