import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`receipts\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`bulletin\` text NOT NULL,
  	\`entry\` text NOT NULL,
  	\`by\` text NOT NULL,
  	\`by_name\` text NOT NULL,
  	\`unit\` text NOT NULL,
  	\`at\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`receipts_bulletin_idx\` ON \`receipts\` (\`bulletin\`);`)
  await db.run(sql`ALTER TABLE \`register\` ADD \`activation\` text;`)
  await db.run(sql`ALTER TABLE \`register\` ADD \`activation_sentence\` text;`)
  await db.run(sql`ALTER TABLE \`register\` ADD \`activated_at\` text;`)
  await db.run(sql`ALTER TABLE \`register\` ADD \`active_until\` text;`)
  await db.run(sql`ALTER TABLE \`register\` ADD \`push\` text;`)
  await db.run(sql`ALTER TABLE \`register\` ADD \`pushed_at\` text;`)
  await db.run(sql`CREATE INDEX \`register_activation_idx\` ON \`register\` (\`activation\`);`)
  await db.run(sql`CREATE INDEX \`register_push_idx\` ON \`register\` (\`push\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`receipts\`;`)
  await db.run(sql`DROP INDEX \`register_activation_idx\`;`)
  await db.run(sql`DROP INDEX \`register_push_idx\`;`)
  await db.run(sql`ALTER TABLE \`register\` DROP COLUMN \`activation\`;`)
  await db.run(sql`ALTER TABLE \`register\` DROP COLUMN \`activation_sentence\`;`)
  await db.run(sql`ALTER TABLE \`register\` DROP COLUMN \`activated_at\`;`)
  await db.run(sql`ALTER TABLE \`register\` DROP COLUMN \`active_until\`;`)
  await db.run(sql`ALTER TABLE \`register\` DROP COLUMN \`push\`;`)
  await db.run(sql`ALTER TABLE \`register\` DROP COLUMN \`pushed_at\`;`)
}
