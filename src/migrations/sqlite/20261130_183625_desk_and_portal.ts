import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`kept_themes\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`title\` text NOT NULL,
  	\`order\` numeric DEFAULT 99,
  	\`is_off\` integer DEFAULT false,
  	\`by\` text,
  	\`by_name\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`kept_themes_updated_at_idx\` ON \`kept_themes\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`kept_themes_created_at_idx\` ON \`kept_themes\` (\`created_at\`);`)
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
  await db.run(sql`ALTER TABLE \`knowledge\` ADD \`based_on\` text;`)
  await db.run(sql`ALTER TABLE \`knowledge_rels\` ADD \`kept_themes_id\` text REFERENCES kept_themes(id);`)
  await db.run(sql`CREATE INDEX \`knowledge_rels_kept_themes_id_idx\` ON \`knowledge_rels\` (\`kept_themes_id\`);`)
  await db.run(sql`ALTER TABLE \`_knowledge_v\` ADD \`version_based_on\` text;`)
  await db.run(sql`ALTER TABLE \`_knowledge_v_rels\` ADD \`kept_themes_id\` text REFERENCES kept_themes(id);`)
  await db.run(sql`CREATE INDEX \`_knowledge_v_rels_kept_themes_id_idx\` ON \`_knowledge_v_rels\` (\`kept_themes_id\`);`)
  await db.run(sql`ALTER TABLE \`register\` ADD \`activation\` text;`)
  await db.run(sql`ALTER TABLE \`register\` ADD \`activation_sentence\` text;`)
  await db.run(sql`ALTER TABLE \`register\` ADD \`activated_at\` text;`)
  await db.run(sql`ALTER TABLE \`register\` ADD \`active_until\` text;`)
  await db.run(sql`ALTER TABLE \`register\` ADD \`push\` text;`)
  await db.run(sql`ALTER TABLE \`register\` ADD \`pushed_at\` text;`)
  await db.run(sql`CREATE INDEX \`register_activation_idx\` ON \`register\` (\`activation\`);`)
  await db.run(sql`CREATE INDEX \`register_push_idx\` ON \`register\` (\`push\`);`)
  await db.run(sql`ALTER TABLE \`publications\` ADD \`based_on\` text;`)
  await db.run(sql`ALTER TABLE \`publications\` ADD \`themes\` text;`)
  await db.run(sql`CREATE INDEX \`publications_based_on_idx\` ON \`publications\` (\`based_on\`);`)
  await db.run(sql`CREATE INDEX \`publications_themes_idx\` ON \`publications\` (\`themes\`);`)
  await db.run(sql`ALTER TABLE \`helpful\` ADD \`reason\` text;`)
  await db.run(sql`ALTER TABLE \`day_counts\` ADD \`unclear\` numeric;`)
  await db.run(sql`ALTER TABLE \`day_counts\` ADD \`outdated\` numeric;`)
  await db.run(sql`ALTER TABLE \`day_counts\` ADD \`not_applicable\` numeric;`)
  await db.run(sql`ALTER TABLE \`day_counts\` ADD \`unsolved\` numeric;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`kept_themes\`;`)
  await db.run(sql`DROP TABLE \`receipts\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_knowledge_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`media_id\` text,
  	\`knowledge_id\` text,
  	\`nodes_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`knowledge\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`knowledge_id\`) REFERENCES \`knowledge\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`nodes_id\`) REFERENCES \`nodes\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_knowledge_rels\`("id", "order", "parent_id", "path", "media_id", "knowledge_id", "nodes_id") SELECT "id", "order", "parent_id", "path", "media_id", "knowledge_id", "nodes_id" FROM \`knowledge_rels\`;`)
  await db.run(sql`DROP TABLE \`knowledge_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_knowledge_rels\` RENAME TO \`knowledge_rels\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`knowledge_rels_order_idx\` ON \`knowledge_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`knowledge_rels_parent_idx\` ON \`knowledge_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`knowledge_rels_path_idx\` ON \`knowledge_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`knowledge_rels_media_id_idx\` ON \`knowledge_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`knowledge_rels_knowledge_id_idx\` ON \`knowledge_rels\` (\`knowledge_id\`);`)
  await db.run(sql`CREATE INDEX \`knowledge_rels_nodes_id_idx\` ON \`knowledge_rels\` (\`nodes_id\`);`)
  await db.run(sql`CREATE TABLE \`__new__knowledge_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`media_id\` text,
  	\`knowledge_id\` text,
  	\`nodes_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_knowledge_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`knowledge_id\`) REFERENCES \`knowledge\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`nodes_id\`) REFERENCES \`nodes\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new__knowledge_v_rels\`("id", "order", "parent_id", "path", "media_id", "knowledge_id", "nodes_id") SELECT "id", "order", "parent_id", "path", "media_id", "knowledge_id", "nodes_id" FROM \`_knowledge_v_rels\`;`)
  await db.run(sql`DROP TABLE \`_knowledge_v_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new__knowledge_v_rels\` RENAME TO \`_knowledge_v_rels\`;`)
  await db.run(sql`CREATE INDEX \`_knowledge_v_rels_order_idx\` ON \`_knowledge_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_knowledge_v_rels_parent_idx\` ON \`_knowledge_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_knowledge_v_rels_path_idx\` ON \`_knowledge_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_knowledge_v_rels_media_id_idx\` ON \`_knowledge_v_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`_knowledge_v_rels_knowledge_id_idx\` ON \`_knowledge_v_rels\` (\`knowledge_id\`);`)
  await db.run(sql`CREATE INDEX \`_knowledge_v_rels_nodes_id_idx\` ON \`_knowledge_v_rels\` (\`nodes_id\`);`)
  await db.run(sql`DROP INDEX \`register_activation_idx\`;`)
  await db.run(sql`DROP INDEX \`register_push_idx\`;`)
  await db.run(sql`ALTER TABLE \`register\` DROP COLUMN \`activation\`;`)
  await db.run(sql`ALTER TABLE \`register\` DROP COLUMN \`activation_sentence\`;`)
  await db.run(sql`ALTER TABLE \`register\` DROP COLUMN \`activated_at\`;`)
  await db.run(sql`ALTER TABLE \`register\` DROP COLUMN \`active_until\`;`)
  await db.run(sql`ALTER TABLE \`register\` DROP COLUMN \`push\`;`)
  await db.run(sql`ALTER TABLE \`register\` DROP COLUMN \`pushed_at\`;`)
  await db.run(sql`DROP INDEX \`publications_based_on_idx\`;`)
  await db.run(sql`DROP INDEX \`publications_themes_idx\`;`)
  await db.run(sql`ALTER TABLE \`publications\` DROP COLUMN \`based_on\`;`)
  await db.run(sql`ALTER TABLE \`publications\` DROP COLUMN \`themes\`;`)
  await db.run(sql`ALTER TABLE \`knowledge\` DROP COLUMN \`based_on\`;`)
  await db.run(sql`ALTER TABLE \`_knowledge_v\` DROP COLUMN \`version_based_on\`;`)
  await db.run(sql`ALTER TABLE \`helpful\` DROP COLUMN \`reason\`;`)
  await db.run(sql`ALTER TABLE \`day_counts\` DROP COLUMN \`unclear\`;`)
  await db.run(sql`ALTER TABLE \`day_counts\` DROP COLUMN \`outdated\`;`)
  await db.run(sql`ALTER TABLE \`day_counts\` DROP COLUMN \`not_applicable\`;`)
  await db.run(sql`ALTER TABLE \`day_counts\` DROP COLUMN \`unsolved\`;`)
}
