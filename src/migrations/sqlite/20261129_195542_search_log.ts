import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`searches\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`query\` text,
  	\`form\` text,
  	\`reader\` text,
  	\`reader_name\` text,
  	\`unit\` text,
  	\`session\` text,
  	\`channel\` text NOT NULL,
  	\`filters\` text,
  	\`page\` numeric NOT NULL,
  	\`shown\` text,
  	\`found\` numeric NOT NULL,
  	\`is_trial\` integer DEFAULT false,
  	\`outcome\` text,
  	\`at\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`searches_at_idx\` ON \`searches\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`reader_at_1_idx\` ON \`searches\` (\`reader\`,\`at\`);`)
  await db.run(sql`CREATE INDEX \`session_at_idx\` ON \`searches\` (\`session\`,\`at\`);`)
  await db.run(sql`CREATE INDEX \`outcome_at_idx\` ON \`searches\` (\`outcome\`,\`at\`);`)
  await db.run(sql`CREATE TABLE \`uses\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`entry\` text NOT NULL,
  	\`number\` text NOT NULL,
  	\`title\` text,
  	\`revision\` numeric NOT NULL,
  	\`search\` text,
  	\`reader\` text NOT NULL,
  	\`reader_name\` text,
  	\`unit\` text,
  	\`channel\` text NOT NULL,
  	\`at\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`uses_search_idx\` ON \`uses\` (\`search\`);`)
  await db.run(sql`CREATE INDEX \`uses_at_idx\` ON \`uses\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`entry_at_1_idx\` ON \`uses\` (\`entry\`,\`at\`);`)
  await db.run(sql`CREATE INDEX \`reader_at_2_idx\` ON \`uses\` (\`reader\`,\`at\`);`)
  await db.run(sql`CREATE TABLE \`day_counts\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`day\` text NOT NULL,
  	\`entry\` text NOT NULL,
  	\`number\` text,
  	\`reads\` numeric NOT NULL,
  	\`readers\` numeric NOT NULL,
  	\`uses\` numeric NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`day_counts_day_idx\` ON \`day_counts\` (\`day\`);`)
  await db.run(sql`CREATE INDEX \`day_counts_entry_idx\` ON \`day_counts\` (\`entry\`);`)
  await db.run(sql`ALTER TABLE \`views\` ADD \`unit\` text;`)
  await db.run(sql`ALTER TABLE \`views\` ADD \`search\` text;`)
  await db.run(sql`CREATE INDEX \`views_search_idx\` ON \`views\` (\`search\`);`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`kept_days\` numeric;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`searches\`;`)
  await db.run(sql`DROP TABLE \`uses\`;`)
  await db.run(sql`DROP TABLE \`day_counts\`;`)
  await db.run(sql`DROP INDEX \`views_search_idx\`;`)
  await db.run(sql`ALTER TABLE \`views\` DROP COLUMN \`unit\`;`)
  await db.run(sql`ALTER TABLE \`views\` DROP COLUMN \`search\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`kept_days\`;`)
}
