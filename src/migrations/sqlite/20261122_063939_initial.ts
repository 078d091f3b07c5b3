import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`knowledge\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`category_id\` text,
  	\`title\` text NOT NULL,
  	\`summary\` text,
  	\`open_to_units\` integer,
  	\`open_to_public\` integer,
  	\`body\` text,
  	\`contact_address\` text,
  	\`contact_phone\` text,
  	\`contact_hours\` text,
  	\`valid_from\` text,
  	\`valid_until\` text,
  	\`review_by\` text,
  	\`basis\` text,
  	\`topic\` text,
  	\`unit\` text,
  	\`number\` text,
  	\`unit_above\` text,
  	\`revision\` numeric DEFAULT 1,
  	\`entry_id\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`category_id\`) REFERENCES \`nodes\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`entry_id\`) REFERENCES \`register\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`knowledge_category_idx\` ON \`knowledge\` (\`category_id\`);`)
  await db.run(sql`CREATE INDEX \`knowledge_unit_idx\` ON \`knowledge\` (\`unit\`);`)
  await db.run(sql`CREATE INDEX \`knowledge_number_idx\` ON \`knowledge\` (\`number\`);`)
  await db.run(sql`CREATE INDEX \`knowledge_unit_above_idx\` ON \`knowledge\` (\`unit_above\`);`)
  await db.run(sql`CREATE INDEX \`knowledge_entry_idx\` ON \`knowledge\` (\`entry_id\`);`)
  await db.run(sql`CREATE INDEX \`knowledge_updated_at_idx\` ON \`knowledge\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`knowledge_created_at_idx\` ON \`knowledge\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`knowledge_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`knowledge\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`knowledge_texts_order_parent\` ON \`knowledge_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`knowledge_texts_parent_only_idx\` ON \`knowledge_texts\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`knowledge_rels\` (
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
  await db.run(sql`CREATE INDEX \`knowledge_rels_order_idx\` ON \`knowledge_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`knowledge_rels_parent_idx\` ON \`knowledge_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`knowledge_rels_path_idx\` ON \`knowledge_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`knowledge_rels_media_id_idx\` ON \`knowledge_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`knowledge_rels_knowledge_id_idx\` ON \`knowledge_rels\` (\`knowledge_id\`);`)
  await db.run(sql`CREATE INDEX \`knowledge_rels_nodes_id_idx\` ON \`knowledge_rels\` (\`nodes_id\`);`)
  await db.run(sql`CREATE TABLE \`_knowledge_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text,
  	\`version_category_id\` text,
  	\`version_title\` text NOT NULL,
  	\`version_summary\` text,
  	\`version_open_to_units\` integer,
  	\`version_open_to_public\` integer,
  	\`version_body\` text,
  	\`version_contact_address\` text,
  	\`version_contact_phone\` text,
  	\`version_contact_hours\` text,
  	\`version_valid_from\` text,
  	\`version_valid_until\` text,
  	\`version_review_by\` text,
  	\`version_basis\` text,
  	\`version_topic\` text,
  	\`version_unit\` text,
  	\`version_number\` text,
  	\`version_unit_above\` text,
  	\`version_revision\` numeric DEFAULT 1,
  	\`version_entry_id\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`knowledge\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_category_id\`) REFERENCES \`nodes\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_entry_id\`) REFERENCES \`register\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_knowledge_v_parent_idx\` ON \`_knowledge_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_knowledge_v_version_version_category_idx\` ON \`_knowledge_v\` (\`version_category_id\`);`)
  await db.run(sql`CREATE INDEX \`_knowledge_v_version_version_unit_idx\` ON \`_knowledge_v\` (\`version_unit\`);`)
  await db.run(sql`CREATE INDEX \`_knowledge_v_version_version_number_idx\` ON \`_knowledge_v\` (\`version_number\`);`)
  await db.run(sql`CREATE INDEX \`_knowledge_v_version_version_unit_above_idx\` ON \`_knowledge_v\` (\`version_unit_above\`);`)
  await db.run(sql`CREATE INDEX \`_knowledge_v_version_version_entry_idx\` ON \`_knowledge_v\` (\`version_entry_id\`);`)
  await db.run(sql`CREATE INDEX \`_knowledge_v_version_version_updated_at_idx\` ON \`_knowledge_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_knowledge_v_version_version_created_at_idx\` ON \`_knowledge_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_knowledge_v_created_at_idx\` ON \`_knowledge_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_knowledge_v_updated_at_idx\` ON \`_knowledge_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`_knowledge_v_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_knowledge_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_knowledge_v_texts_order_parent\` ON \`_knowledge_v_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_knowledge_v_texts_parent_only_idx\` ON \`_knowledge_v_texts\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_knowledge_v_rels\` (
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
  await db.run(sql`CREATE INDEX \`_knowledge_v_rels_order_idx\` ON \`_knowledge_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_knowledge_v_rels_parent_idx\` ON \`_knowledge_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_knowledge_v_rels_path_idx\` ON \`_knowledge_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_knowledge_v_rels_media_id_idx\` ON \`_knowledge_v_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`_knowledge_v_rels_knowledge_id_idx\` ON \`_knowledge_v_rels\` (\`knowledge_id\`);`)
  await db.run(sql`CREATE INDEX \`_knowledge_v_rels_nodes_id_idx\` ON \`_knowledge_v_rels\` (\`nodes_id\`);`)
  await db.run(sql`CREATE TABLE \`plans\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`unit_id\` text,
  	\`title\` text NOT NULL,
  	\`summary\` text,
  	\`body\` text,
  	\`open_to_units\` integer,
  	\`number\` text,
  	\`unit_above\` text,
  	\`revision\` numeric DEFAULT 1,
  	\`entry_id\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`unit_id\`) REFERENCES \`nodes\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`entry_id\`) REFERENCES \`register\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`plans_unit_idx\` ON \`plans\` (\`unit_id\`);`)
  await db.run(sql`CREATE INDEX \`plans_number_idx\` ON \`plans\` (\`number\`);`)
  await db.run(sql`CREATE INDEX \`plans_unit_above_idx\` ON \`plans\` (\`unit_above\`);`)
  await db.run(sql`CREATE INDEX \`plans_entry_idx\` ON \`plans\` (\`entry_id\`);`)
  await db.run(sql`CREATE INDEX \`plans_updated_at_idx\` ON \`plans\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`plans_created_at_idx\` ON \`plans\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`plans_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`nodes_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`plans\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`nodes_id\`) REFERENCES \`nodes\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`plans_rels_order_idx\` ON \`plans_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`plans_rels_parent_idx\` ON \`plans_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`plans_rels_path_idx\` ON \`plans_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`plans_rels_nodes_id_idx\` ON \`plans_rels\` (\`nodes_id\`);`)
  await db.run(sql`CREATE TABLE \`_plans_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text,
  	\`version_unit_id\` text,
  	\`version_title\` text NOT NULL,
  	\`version_summary\` text,
  	\`version_body\` text,
  	\`version_open_to_units\` integer,
  	\`version_number\` text,
  	\`version_unit_above\` text,
  	\`version_revision\` numeric DEFAULT 1,
  	\`version_entry_id\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`plans\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_unit_id\`) REFERENCES \`nodes\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_entry_id\`) REFERENCES \`register\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_plans_v_parent_idx\` ON \`_plans_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_plans_v_version_version_unit_idx\` ON \`_plans_v\` (\`version_unit_id\`);`)
  await db.run(sql`CREATE INDEX \`_plans_v_version_version_number_idx\` ON \`_plans_v\` (\`version_number\`);`)
  await db.run(sql`CREATE INDEX \`_plans_v_version_version_unit_above_idx\` ON \`_plans_v\` (\`version_unit_above\`);`)
  await db.run(sql`CREATE INDEX \`_plans_v_version_version_entry_idx\` ON \`_plans_v\` (\`version_entry_id\`);`)
  await db.run(sql`CREATE INDEX \`_plans_v_version_version_updated_at_idx\` ON \`_plans_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_plans_v_version_version_created_at_idx\` ON \`_plans_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_plans_v_created_at_idx\` ON \`_plans_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_plans_v_updated_at_idx\` ON \`_plans_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`_plans_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`nodes_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_plans_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`nodes_id\`) REFERENCES \`nodes\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_plans_v_rels_order_idx\` ON \`_plans_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_plans_v_rels_parent_idx\` ON \`_plans_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_plans_v_rels_path_idx\` ON \`_plans_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_plans_v_rels_nodes_id_idx\` ON \`_plans_v_rels\` (\`nodes_id\`);`)
  await db.run(sql`CREATE TABLE \`notices\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`kind\` text NOT NULL,
  	\`unit_id\` text,
  	\`open_to_units\` integer,
  	\`open_to_public\` integer,
  	\`title\` text NOT NULL,
  	\`body\` text,
  	\`number\` text,
  	\`unit_above\` text,
  	\`revision\` numeric DEFAULT 1,
  	\`entry_id\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`unit_id\`) REFERENCES \`nodes\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`entry_id\`) REFERENCES \`register\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`notices_kind_idx\` ON \`notices\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`notices_unit_idx\` ON \`notices\` (\`unit_id\`);`)
  await db.run(sql`CREATE INDEX \`notices_number_idx\` ON \`notices\` (\`number\`);`)
  await db.run(sql`CREATE INDEX \`notices_unit_above_idx\` ON \`notices\` (\`unit_above\`);`)
  await db.run(sql`CREATE INDEX \`notices_entry_idx\` ON \`notices\` (\`entry_id\`);`)
  await db.run(sql`CREATE INDEX \`notices_updated_at_idx\` ON \`notices\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`notices_created_at_idx\` ON \`notices\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`notices_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`media_id\` text,
  	\`nodes_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`notices\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`nodes_id\`) REFERENCES \`nodes\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`notices_rels_order_idx\` ON \`notices_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`notices_rels_parent_idx\` ON \`notices_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`notices_rels_path_idx\` ON \`notices_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`notices_rels_media_id_idx\` ON \`notices_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`notices_rels_nodes_id_idx\` ON \`notices_rels\` (\`nodes_id\`);`)
  await db.run(sql`CREATE TABLE \`_notices_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text,
  	\`version_kind\` text NOT NULL,
  	\`version_unit_id\` text,
  	\`version_open_to_units\` integer,
  	\`version_open_to_public\` integer,
  	\`version_title\` text NOT NULL,
  	\`version_body\` text,
  	\`version_number\` text,
  	\`version_unit_above\` text,
  	\`version_revision\` numeric DEFAULT 1,
  	\`version_entry_id\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`notices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_unit_id\`) REFERENCES \`nodes\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_entry_id\`) REFERENCES \`register\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_notices_v_parent_idx\` ON \`_notices_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_version_version_kind_idx\` ON \`_notices_v\` (\`version_kind\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_version_version_unit_idx\` ON \`_notices_v\` (\`version_unit_id\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_version_version_number_idx\` ON \`_notices_v\` (\`version_number\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_version_version_unit_above_idx\` ON \`_notices_v\` (\`version_unit_above\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_version_version_entry_idx\` ON \`_notices_v\` (\`version_entry_id\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_version_version_updated_at_idx\` ON \`_notices_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_version_version_created_at_idx\` ON \`_notices_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_created_at_idx\` ON \`_notices_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_updated_at_idx\` ON \`_notices_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`_notices_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`media_id\` text,
  	\`nodes_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_notices_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`nodes_id\`) REFERENCES \`nodes\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_notices_v_rels_order_idx\` ON \`_notices_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_rels_parent_idx\` ON \`_notices_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_rels_path_idx\` ON \`_notices_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_rels_media_id_idx\` ON \`_notices_v_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_rels_nodes_id_idx\` ON \`_notices_v_rels\` (\`nodes_id\`);`)
  await db.run(sql`CREATE TABLE \`cases\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`title\` text NOT NULL,
  	\`content\` text,
  	\`result\` text,
  	\`open_to_public\` integer,
  	\`unit_id\` text,
  	\`is_confidential\` integer DEFAULT false,
  	\`order_number\` text,
  	\`delivered_by\` text,
  	\`number\` text,
  	\`unit_above\` text,
  	\`revision\` numeric DEFAULT 1,
  	\`entry_id\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`unit_id\`) REFERENCES \`nodes\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`entry_id\`) REFERENCES \`register\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`cases_unit_idx\` ON \`cases\` (\`unit_id\`);`)
  await db.run(sql`CREATE INDEX \`cases_number_idx\` ON \`cases\` (\`number\`);`)
  await db.run(sql`CREATE INDEX \`cases_unit_above_idx\` ON \`cases\` (\`unit_above\`);`)
  await db.run(sql`CREATE INDEX \`cases_entry_idx\` ON \`cases\` (\`entry_id\`);`)
  await db.run(sql`CREATE INDEX \`cases_updated_at_idx\` ON \`cases\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`cases_created_at_idx\` ON \`cases\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`_cases_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text,
  	\`version_title\` text NOT NULL,
  	\`version_content\` text,
  	\`version_result\` text,
  	\`version_open_to_public\` integer,
  	\`version_unit_id\` text,
  	\`version_is_confidential\` integer DEFAULT false,
  	\`version_order_number\` text,
  	\`version_delivered_by\` text,
  	\`version_number\` text,
  	\`version_unit_above\` text,
  	\`version_revision\` numeric DEFAULT 1,
  	\`version_entry_id\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`cases\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_unit_id\`) REFERENCES \`nodes\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_entry_id\`) REFERENCES \`register\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_cases_v_parent_idx\` ON \`_cases_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_cases_v_version_version_unit_idx\` ON \`_cases_v\` (\`version_unit_id\`);`)
  await db.run(sql`CREATE INDEX \`_cases_v_version_version_number_idx\` ON \`_cases_v\` (\`version_number\`);`)
  await db.run(sql`CREATE INDEX \`_cases_v_version_version_unit_above_idx\` ON \`_cases_v\` (\`version_unit_above\`);`)
  await db.run(sql`CREATE INDEX \`_cases_v_version_version_entry_idx\` ON \`_cases_v\` (\`version_entry_id\`);`)
  await db.run(sql`CREATE INDEX \`_cases_v_version_version_updated_at_idx\` ON \`_cases_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_cases_v_version_version_created_at_idx\` ON \`_cases_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_cases_v_created_at_idx\` ON \`_cases_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_cases_v_updated_at_idx\` ON \`_cases_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`nodes\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`kind\` text NOT NULL,
  	\`name\` text NOT NULL,
  	\`parent_id\` text,
  	\`form\` text,
  	\`category\` text,
  	\`order\` numeric DEFAULT 0,
  	\`unit\` text,
  	\`unit_above\` text,
  	\`level\` numeric,
  	\`is_centre\` integer DEFAULT false,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`nodes\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`nodes_kind_idx\` ON \`nodes\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`nodes_parent_idx\` ON \`nodes\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`nodes_unit_idx\` ON \`nodes\` (\`unit\`);`)
  await db.run(sql`CREATE INDEX \`nodes_unit_above_idx\` ON \`nodes\` (\`unit_above\`);`)
  await db.run(sql`CREATE INDEX \`nodes_updated_at_idx\` ON \`nodes\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`nodes_created_at_idx\` ON \`nodes\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`users_roles\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`users_roles_order_idx\` ON \`users_roles\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`users_roles_parent_idx\` ON \`users_roles\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`users_sessions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`created_at\` text,
  	\`expires_at\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`users_sessions_order_idx\` ON \`users_sessions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`users_sessions_parent_id_idx\` ON \`users_sessions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`users\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`unit_id\` text NOT NULL,
  	\`is_active\` integer DEFAULT true,
  	\`must_change_password\` integer DEFAULT false,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`email\` text,
  	\`username\` text NOT NULL,
  	\`reset_password_token\` text,
  	\`reset_password_expiration\` text,
  	\`salt\` text,
  	\`hash\` text,
  	\`reset_password_requested_at\` text,
  	\`login_attempts\` numeric DEFAULT 0,
  	\`lock_until\` text,
  	FOREIGN KEY (\`unit_id\`) REFERENCES \`nodes\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`users_unit_idx\` ON \`users\` (\`unit_id\`);`)
  await db.run(sql`CREATE INDEX \`users_updated_at_idx\` ON \`users\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`users_created_at_idx\` ON \`users\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`users_username_idx\` ON \`users\` (\`username\`);`)
  await db.run(sql`CREATE TABLE \`systems\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`audience\` text NOT NULL,
  	\`unit_id\` text NOT NULL,
  	\`responsible\` text NOT NULL,
  	\`may_deliver_cases\` integer DEFAULT false,
  	\`purpose\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`enable_a_p_i_key\` integer,
  	\`api_key\` text,
  	\`api_key_index\` text,
  	FOREIGN KEY (\`unit_id\`) REFERENCES \`nodes\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`systems_unit_idx\` ON \`systems\` (\`unit_id\`);`)
  await db.run(sql`CREATE INDEX \`systems_updated_at_idx\` ON \`systems\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`systems_created_at_idx\` ON \`systems\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`media\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`hash\` text,
  	\`unit\` text,
  	\`unit_above\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`url\` text,
  	\`thumbnail_u_r_l\` text,
  	\`filename\` text,
  	\`mime_type\` text,
  	\`filesize\` numeric,
  	\`width\` numeric,
  	\`height\` numeric
  );
  `)
  await db.run(sql`CREATE INDEX \`media_hash_idx\` ON \`media\` (\`hash\`);`)
  await db.run(sql`CREATE INDEX \`media_unit_idx\` ON \`media\` (\`unit\`);`)
  await db.run(sql`CREATE INDEX \`media_unit_above_idx\` ON \`media\` (\`unit_above\`);`)
  await db.run(sql`CREATE INDEX \`media_updated_at_idx\` ON \`media\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`media_created_at_idx\` ON \`media\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`media_filename_idx\` ON \`media\` (\`filename\`);`)
  await db.run(sql`CREATE TABLE \`audit\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`action\` text NOT NULL,
  	\`by\` text,
  	\`by_name\` text,
  	\`subject\` text,
  	\`subject_name\` text,
  	\`revision\` numeric,
  	\`details\` text,
  	\`at\` text NOT NULL,
  	\`seq\` numeric NOT NULL,
  	\`previous\` text,
  	\`hash\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`audit_action_idx\` ON \`audit\` (\`action\`);`)
  await db.run(sql`CREATE INDEX \`audit_by_idx\` ON \`audit\` (\`by\`);`)
  await db.run(sql`CREATE INDEX \`audit_subject_idx\` ON \`audit\` (\`subject\`);`)
  await db.run(sql`CREATE INDEX \`audit_at_idx\` ON \`audit\` (\`at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`audit_seq_idx\` ON \`audit\` (\`seq\`);`)
  await db.run(sql`CREATE TABLE \`register\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`library\` text NOT NULL,
  	\`number\` text NOT NULL,
  	\`title\` text,
  	\`unit\` text NOT NULL,
  	\`unit_above\` text,
  	\`category\` text,
  	\`category_key\` text,
  	\`topic\` text,
  	\`state\` text NOT NULL,
  	\`state_since\` text,
  	\`revision\` numeric NOT NULL,
  	\`lock\` numeric NOT NULL,
  	\`intent\` text,
  	\`writers\` text,
  	\`submitter\` text,
  	\`submitted_at\` text,
  	\`live_revision\` numeric,
  	\`base_revision\` numeric,
  	\`closed_meanwhile\` text,
  	\`deletion_requested_by\` text,
  	\`deletion_requested_at\` text,
  	\`deletion_reason\` text,
  	\`return_requested_by\` text,
  	\`return_reason\` text,
  	\`consulted\` text,
  	\`answers\` text,
  	\`is_withdrawn\` integer DEFAULT false,
  	\`withdrawn_from\` text,
  	\`withdrawn_sentence\` text,
  	\`successor\` text,
  	\`trashed_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`register_library_idx\` ON \`register\` (\`library\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`register_number_idx\` ON \`register\` (\`number\`);`)
  await db.run(sql`CREATE INDEX \`register_unit_idx\` ON \`register\` (\`unit\`);`)
  await db.run(sql`CREATE INDEX \`register_unit_above_idx\` ON \`register\` (\`unit_above\`);`)
  await db.run(sql`CREATE INDEX \`register_category_idx\` ON \`register\` (\`category\`);`)
  await db.run(sql`CREATE INDEX \`register_state_idx\` ON \`register\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`register_state_since_idx\` ON \`register\` (\`state_since\`);`)
  await db.run(sql`CREATE INDEX \`register_deletion_requested_by_idx\` ON \`register\` (\`deletion_requested_by\`);`)
  await db.run(sql`CREATE INDEX \`register_return_requested_by_idx\` ON \`register\` (\`return_requested_by\`);`)
  await db.run(sql`CREATE INDEX \`register_is_withdrawn_idx\` ON \`register\` (\`is_withdrawn\`);`)
  await db.run(sql`CREATE INDEX \`register_trashed_at_idx\` ON \`register\` (\`trashed_at\`);`)
  await db.run(sql`CREATE INDEX \`register_updated_at_idx\` ON \`register\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`register_created_at_idx\` ON \`register\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`publications\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`slot\` text NOT NULL,
  	\`is_live\` integer DEFAULT false,
  	\`entry\` text NOT NULL,
  	\`library\` text NOT NULL,
  	\`number\` text NOT NULL,
  	\`revision\` numeric NOT NULL,
  	\`kind\` text,
  	\`title\` text NOT NULL,
  	\`summary\` text,
  	\`html\` text,
  	\`plain\` text,
  	\`similar_questions\` text,
  	\`keywords\` text,
  	\`basis\` text,
  	\`topic\` text,
  	\`contact\` text,
  	\`attachments\` text,
  	\`files\` text,
  	\`related\` text,
  	\`unit\` text NOT NULL,
  	\`unit_above\` text,
  	\`unit_name\` text NOT NULL,
  	\`unit_above_name\` text,
  	\`category\` text,
  	\`category_key\` text,
  	\`category_name\` text,
  	\`open_to_units\` integer DEFAULT false,
  	\`open_to_public\` integer DEFAULT false,
  	\`valid_from\` text,
  	\`valid_until\` text,
  	\`approved_at\` text NOT NULL,
  	\`from\` text NOT NULL,
  	\`until\` text,
  	\`opened_by\` text NOT NULL,
  	\`closed_by\` text,
  	\`change_seq\` numeric NOT NULL,
  	\`dirty\` integer DEFAULT false,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`publications_slot_idx\` ON \`publications\` (\`slot\`);`)
  await db.run(sql`CREATE INDEX \`publications_is_live_idx\` ON \`publications\` (\`is_live\`);`)
  await db.run(sql`CREATE INDEX \`publications_entry_idx\` ON \`publications\` (\`entry\`);`)
  await db.run(sql`CREATE INDEX \`publications_library_idx\` ON \`publications\` (\`library\`);`)
  await db.run(sql`CREATE INDEX \`publications_number_idx\` ON \`publications\` (\`number\`);`)
  await db.run(sql`CREATE INDEX \`publications_unit_idx\` ON \`publications\` (\`unit\`);`)
  await db.run(sql`CREATE INDEX \`publications_unit_above_idx\` ON \`publications\` (\`unit_above\`);`)
  await db.run(sql`CREATE INDEX \`publications_category_key_idx\` ON \`publications\` (\`category_key\`);`)
  await db.run(sql`CREATE INDEX \`publications_open_to_public_idx\` ON \`publications\` (\`open_to_public\`);`)
  await db.run(sql`CREATE INDEX \`publications_approved_at_idx\` ON \`publications\` (\`approved_at\`);`)
  await db.run(sql`CREATE INDEX \`publications_closed_by_idx\` ON \`publications\` (\`closed_by\`);`)
  await db.run(sql`CREATE INDEX \`publications_change_seq_idx\` ON \`publications\` (\`change_seq\`);`)
  await db.run(sql`CREATE INDEX \`publications_dirty_idx\` ON \`publications\` (\`dirty\`);`)
  await db.run(sql`CREATE INDEX \`publications_updated_at_idx\` ON \`publications\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`publications_created_at_idx\` ON \`publications\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`decisions\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`entry\` text NOT NULL,
  	\`library\` text NOT NULL,
  	\`number\` text NOT NULL,
  	\`title\` text,
  	\`step\` text NOT NULL,
  	\`from\` text,
  	\`to\` text,
  	\`revision\` numeric NOT NULL,
  	\`reason\` text,
  	\`by\` text,
  	\`by_name\` text,
  	\`unit\` text,
  	\`unit_name\` text,
  	\`is_acting_for_unit\` integer DEFAULT false,
  	\`confirmed\` text,
  	\`details\` text,
  	\`writers\` text,
  	\`at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`decisions_entry_idx\` ON \`decisions\` (\`entry\`);`)
  await db.run(sql`CREATE INDEX \`decisions_step_idx\` ON \`decisions\` (\`step\`);`)
  await db.run(sql`CREATE INDEX \`decisions_by_idx\` ON \`decisions\` (\`by\`);`)
  await db.run(sql`CREATE INDEX \`decisions_unit_idx\` ON \`decisions\` (\`unit\`);`)
  await db.run(sql`CREATE INDEX \`decisions_at_idx\` ON \`decisions\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`decisions_updated_at_idx\` ON \`decisions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`decisions_created_at_idx\` ON \`decisions\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`counters\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`value\` numeric NOT NULL,
  	\`note\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`counters_updated_at_idx\` ON \`counters\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`counters_created_at_idx\` ON \`counters\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`imports\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`entry\` text NOT NULL,
  	\`row_hash\` text NOT NULL,
  	\`revision\` numeric NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`imports_entry_idx\` ON \`imports\` (\`entry\`);`)
  await db.run(sql`CREATE INDEX \`imports_updated_at_idx\` ON \`imports\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`imports_created_at_idx\` ON \`imports\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_kv\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`data\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`payload_kv_key_idx\` ON \`payload_kv\` (\`key\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text,
  	\`value\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_key_idx\` ON \`payload_preferences\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_updated_at_idx\` ON \`payload_preferences\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_created_at_idx\` ON \`payload_preferences\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text,
  	\`systems_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_preferences\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`systems_id\`) REFERENCES \`systems\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_order_idx\` ON \`payload_preferences_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_parent_idx\` ON \`payload_preferences_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_path_idx\` ON \`payload_preferences_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_users_id_idx\` ON \`payload_preferences_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_systems_id_idx\` ON \`payload_preferences_rels\` (\`systems_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_migrations\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`batch\` numeric,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_migrations_updated_at_idx\` ON \`payload_migrations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_migrations_created_at_idx\` ON \`payload_migrations\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`settings\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`return_first_knowledge\` integer DEFAULT false,
  	\`return_first_plans\` integer DEFAULT false,
  	\`return_first_notices\` integer DEFAULT false,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`knowledge\`;`)
  await db.run(sql`DROP TABLE \`knowledge_texts\`;`)
  await db.run(sql`DROP TABLE \`knowledge_rels\`;`)
  await db.run(sql`DROP TABLE \`_knowledge_v\`;`)
  await db.run(sql`DROP TABLE \`_knowledge_v_texts\`;`)
  await db.run(sql`DROP TABLE \`_knowledge_v_rels\`;`)
  await db.run(sql`DROP TABLE \`plans\`;`)
  await db.run(sql`DROP TABLE \`plans_rels\`;`)
  await db.run(sql`DROP TABLE \`_plans_v\`;`)
  await db.run(sql`DROP TABLE \`_plans_v_rels\`;`)
  await db.run(sql`DROP TABLE \`notices\`;`)
  await db.run(sql`DROP TABLE \`notices_rels\`;`)
  await db.run(sql`DROP TABLE \`_notices_v\`;`)
  await db.run(sql`DROP TABLE \`_notices_v_rels\`;`)
  await db.run(sql`DROP TABLE \`cases\`;`)
  await db.run(sql`DROP TABLE \`_cases_v\`;`)
  await db.run(sql`DROP TABLE \`nodes\`;`)
  await db.run(sql`DROP TABLE \`users_roles\`;`)
  await db.run(sql`DROP TABLE \`users_sessions\`;`)
  await db.run(sql`DROP TABLE \`users\`;`)
  await db.run(sql`DROP TABLE \`systems\`;`)
  await db.run(sql`DROP TABLE \`media\`;`)
  await db.run(sql`DROP TABLE \`audit\`;`)
  await db.run(sql`DROP TABLE \`register\`;`)
  await db.run(sql`DROP TABLE \`publications\`;`)
  await db.run(sql`DROP TABLE \`decisions\`;`)
  await db.run(sql`DROP TABLE \`counters\`;`)
  await db.run(sql`DROP TABLE \`imports\`;`)
  await db.run(sql`DROP TABLE \`payload_kv\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_migrations\`;`)
  await db.run(sql`DROP TABLE \`settings\`;`)
}
