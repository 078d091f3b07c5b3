import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`fixed_phrases\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`situation\` text NOT NULL,
  	\`text\` text NOT NULL,
  	\`order\` numeric DEFAULT 1,
  	\`title\` text,
  	\`rank\` numeric,
  	\`by\` text,
  	\`by_name\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`fixed_phrases_rank_idx\` ON \`fixed_phrases\` (\`rank\`);`)
  await db.run(sql`CREATE INDEX \`fixed_phrases_updated_at_idx\` ON \`fixed_phrases\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`fixed_phrases_created_at_idx\` ON \`fixed_phrases\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`fixed_phrases_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`fixed_phrases\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`fixed_phrases_texts_order_parent\` ON \`fixed_phrases_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`fixed_phrases_texts_parent_only_idx\` ON \`fixed_phrases_texts\` (\`parent_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`fixed_phrases\`;`)
  await db.run(sql`DROP TABLE \`fixed_phrases_texts\`;`)
}
