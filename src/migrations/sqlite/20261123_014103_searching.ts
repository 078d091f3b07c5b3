import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`terms\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`kind\` text DEFAULT 'synonyms' NOT NULL,
  	\`note\` text,
  	\`title\` text,
  	\`by\` text,
  	\`by_name\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`terms_title_idx\` ON \`terms\` (\`title\`);`)
  await db.run(sql`CREATE INDEX \`terms_updated_at_idx\` ON \`terms\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`terms_created_at_idx\` ON \`terms\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`terms_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`terms\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`terms_texts_order_parent\` ON \`terms_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`terms_texts_parent_only_idx\` ON \`terms_texts\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`placements\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`query\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`entry\` text NOT NULL,
  	\`entry_title\` text,
  	\`number\` text,
  	\`order\` numeric DEFAULT 1,
  	\`reason\` text NOT NULL,
  	\`until\` text,
  	\`asked\` text,
  	\`slot\` text,
  	\`by\` text,
  	\`by_name\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`placements_asked_idx\` ON \`placements\` (\`asked\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`placements_slot_idx\` ON \`placements\` (\`slot\`);`)
  await db.run(sql`CREATE INDEX \`placements_updated_at_idx\` ON \`placements\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`placements_created_at_idx\` ON \`placements\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`judgements\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`query\` text NOT NULL,
  	\`entry\` text NOT NULL,
  	\`entry_title\` text,
  	\`number\` text,
  	\`asked\` text,
  	\`slot\` text,
  	\`by\` text,
  	\`by_name\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`judgements_asked_idx\` ON \`judgements\` (\`asked\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`judgements_slot_idx\` ON \`judgements\` (\`slot\`);`)
  await db.run(sql`CREATE INDEX \`judgements_updated_at_idx\` ON \`judgements\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`judgements_created_at_idx\` ON \`judgements\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`queries\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`text\` text NOT NULL,
  	\`side\` text NOT NULL,
  	\`count\` numeric NOT NULL,
  	\`askers\` text,
  	\`asker_count\` numeric NOT NULL,
  	\`asked_at\` text NOT NULL,
  	\`entries\` text,
  	\`found\` numeric NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`queries_text_idx\` ON \`queries\` (\`text\`);`)
  await db.run(sql`CREATE INDEX \`queries_side_idx\` ON \`queries\` (\`side\`);`)
  await db.run(sql`CREATE INDEX \`queries_asker_count_idx\` ON \`queries\` (\`asker_count\`);`)
  await db.run(sql`CREATE INDEX \`queries_asked_at_idx\` ON \`queries\` (\`asked_at\`);`)
  await db.run(sql`CREATE TABLE \`settings_embed_origins\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`origin\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`settings\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`settings_embed_origins_order_idx\` ON \`settings_embed_origins\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`settings_embed_origins_parent_id_idx\` ON \`settings_embed_origins\` (\`_parent_id\`);`)
  await db.run(sql`ALTER TABLE \`systems\` ADD \`rate\` numeric DEFAULT 600;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`terms\`;`)
  await db.run(sql`DROP TABLE \`terms_texts\`;`)
  await db.run(sql`DROP TABLE \`placements\`;`)
  await db.run(sql`DROP TABLE \`judgements\`;`)
  await db.run(sql`DROP TABLE \`queries\`;`)
  await db.run(sql`DROP TABLE \`settings_embed_origins\`;`)
  await db.run(sql`ALTER TABLE \`systems\` DROP COLUMN \`rate\`;`)
}
