import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`following\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`units\` text,
  	\`categories\` text,
  	\`every\` text NOT NULL,
  	\`told_until\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`following_every_idx\` ON \`following\` (\`every\`);`)
  await db.run(sql`ALTER TABLE \`mails\` ADD \`kind\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`following\`;`)
  await db.run(sql`ALTER TABLE \`mails\` DROP COLUMN \`kind\`;`)
}
