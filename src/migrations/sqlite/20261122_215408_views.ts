import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`views\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`entry\` text NOT NULL,
  	\`reader\` text,
  	\`session\` text,
  	\`channel\` text NOT NULL,
  	\`at\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`views_entry_idx\` ON \`views\` (\`entry\`);`)
  await db.run(sql`CREATE INDEX \`views_reader_idx\` ON \`views\` (\`reader\`);`)
  await db.run(sql`CREATE INDEX \`views_at_idx\` ON \`views\` (\`at\`);`)
  await db.run(sql`CREATE TABLE \`viewed\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`count\` numeric NOT NULL
  );
  `)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`views\`;`)
  await db.run(sql`DROP TABLE \`viewed\`;`)
}
