import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`site_versions\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`revision\` numeric NOT NULL,
  	\`state\` text NOT NULL,
  	\`content\` text NOT NULL,
  	\`hash\` text NOT NULL,
  	\`lock\` numeric NOT NULL,
  	\`writers\` text NOT NULL,
  	\`submitter\` text,
  	\`by_name\` text NOT NULL,
  	\`approved_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`site_versions_revision_idx\` ON \`site_versions\` (\`revision\`);`)
  await db.run(sql`CREATE INDEX \`site_versions_updated_at_idx\` ON \`site_versions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`site_versions_created_at_idx\` ON \`site_versions\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`site_steps\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`revision\` numeric NOT NULL,
  	\`seq\` numeric NOT NULL,
  	\`step\` text NOT NULL,
  	\`from\` text NOT NULL,
  	\`to\` text NOT NULL,
  	\`hash\` text NOT NULL,
  	\`reason\` text,
  	\`by\` text NOT NULL,
  	\`by_name\` text NOT NULL,
  	\`on_behalf_of\` text,
  	\`on_behalf_of_name\` text,
  	\`confirmed\` text,
  	\`findings\` text,
  	\`writers\` text,
  	\`at\` text NOT NULL
  );
  `)
  await db.run(sql`DROP INDEX \`publications_themes_idx\`;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`site_versions\`;`)
  await db.run(sql`DROP TABLE \`site_steps\`;`)
  await db.run(sql`CREATE INDEX \`publications_themes_idx\` ON \`publications\` (\`themes\`);`)
}
