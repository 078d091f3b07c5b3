import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`looks\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`at\` text NOT NULL,
  	\`before\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`publications_from_idx\` ON \`publications\` (\`from\`);`)
  await db.run(sql`CREATE INDEX \`publications_until_idx\` ON \`publications\` (\`until\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`looks\`;`)
  await db.run(sql`DROP INDEX \`publications_from_idx\`;`)
  await db.run(sql`DROP INDEX \`publications_until_idx\`;`)
}
