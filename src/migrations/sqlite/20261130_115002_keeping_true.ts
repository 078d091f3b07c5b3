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
  await db.run(sql`CREATE TABLE \`documents\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`number\` text NOT NULL,
  	\`title\` text NOT NULL,
  	\`issuer\` text,
  	\`state\` text DEFAULT 'valid' NOT NULL,
  	\`replaced_by\` text,
  	\`slot\` text,
  	\`by\` text,
  	\`by_name\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`documents_slot_idx\` ON \`documents\` (\`slot\`);`)
  await db.run(sql`CREATE INDEX \`documents_updated_at_idx\` ON \`documents\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`documents_created_at_idx\` ON \`documents\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`tasks\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`number\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`unit\` text NOT NULL,
  	\`unit_above\` text,
  	\`entry\` text,
  	\`entry_number\` text,
  	\`revision\` numeric,
  	\`about\` text NOT NULL,
  	\`matter\` text,
  	\`cause\` text,
  	\`passage\` text,
  	\`reporters\` text,
  	\`count\` numeric NOT NULL,
  	\`due\` text NOT NULL,
  	\`reassigned\` numeric NOT NULL,
  	\`answer\` text,
  	\`answered_by\` text,
  	\`outcome\` text,
  	\`replay\` text,
  	\`lock\` numeric NOT NULL,
  	\`intent\` text,
  	\`at\` text NOT NULL,
  	\`answered_at\` text,
  	\`over_at\` text
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`tasks_number_idx\` ON \`tasks\` (\`number\`);`)
  await db.run(sql`CREATE INDEX \`tasks_kind_idx\` ON \`tasks\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`tasks_state_idx\` ON \`tasks\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`tasks_unit_idx\` ON \`tasks\` (\`unit\`);`)
  await db.run(sql`CREATE INDEX \`tasks_unit_above_idx\` ON \`tasks\` (\`unit_above\`);`)
  await db.run(sql`CREATE INDEX \`tasks_entry_idx\` ON \`tasks\` (\`entry\`);`)
  await db.run(sql`CREATE INDEX \`tasks_matter_idx\` ON \`tasks\` (\`matter\`);`)
  await db.run(sql`CREATE INDEX \`tasks_due_idx\` ON \`tasks\` (\`due\`);`)
  await db.run(sql`CREATE INDEX \`tasks_at_idx\` ON \`tasks\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`tasks_over_at_idx\` ON \`tasks\` (\`over_at\`);`)
  await db.run(sql`CREATE TABLE \`task_reports\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`task\` text NOT NULL,
  	\`by\` text,
  	\`by_name\` text,
  	\`unit\` text,
  	\`channel\` text NOT NULL,
  	\`query\` text,
  	\`words\` text,
  	\`district\` text,
  	\`search\` text,
  	\`at\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`task_reports_task_idx\` ON \`task_reports\` (\`task\`);`)
  await db.run(sql`CREATE INDEX \`task_reports_at_idx\` ON \`task_reports\` (\`at\`);`)
  await db.run(sql`CREATE TABLE \`task_steps\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`task\` text NOT NULL,
  	\`step\` text NOT NULL,
  	\`from\` text,
  	\`to\` text NOT NULL,
  	\`unit\` text NOT NULL,
  	\`unit_name\` text NOT NULL,
  	\`sentence\` text,
  	\`entry\` text,
  	\`by\` text,
  	\`by_name\` text,
  	\`seq\` numeric NOT NULL,
  	\`at\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`task_steps_task_idx\` ON \`task_steps\` (\`task\`);`)
  await db.run(sql`CREATE INDEX \`task_steps_at_idx\` ON \`task_steps\` (\`at\`);`)
  await db.run(sql`CREATE TABLE \`samples\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`seed\` numeric NOT NULL,
  	\`size\` numeric NOT NULL,
  	\`unit\` text,
  	\`day\` text NOT NULL,
  	\`entries\` text NOT NULL,
  	\`by\` text NOT NULL,
  	\`by_name\` text NOT NULL,
  	\`at\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`samples_at_idx\` ON \`samples\` (\`at\`);`)
  await db.run(sql`CREATE TABLE \`sample_checks\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`sample\` text NOT NULL,
  	\`entry\` text NOT NULL,
  	\`number\` text NOT NULL,
  	\`revision\` numeric NOT NULL,
  	\`unit\` text NOT NULL,
  	\`unit_above\` text,
  	\`faults\` text,
  	\`is_flawed\` integer DEFAULT false,
  	\`sentence\` text,
  	\`by\` text NOT NULL,
  	\`by_name\` text NOT NULL,
  	\`at\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`sample_checks_sample_idx\` ON \`sample_checks\` (\`sample\`);`)
  await db.run(sql`CREATE INDEX \`sample_checks_unit_idx\` ON \`sample_checks\` (\`unit\`);`)
  await db.run(sql`CREATE INDEX \`sample_checks_at_idx\` ON \`sample_checks\` (\`at\`);`)
  await db.run(sql`CREATE TABLE \`facts\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`entry\` text NOT NULL,
  	\`number\` text NOT NULL,
  	\`unit\` text NOT NULL,
  	\`unit_above\` text,
  	\`library\` text NOT NULL,
  	\`revision\` numeric NOT NULL,
  	\`kind\` text NOT NULL,
  	\`value\` text NOT NULL,
  	\`heart\` text NOT NULL,
  	\`matter\` text NOT NULL,
  	\`holder\` text,
  	\`clause\` text,
  	\`subject\` text,
  	\`field\` text NOT NULL,
  	\`from\` numeric NOT NULL,
  	\`to\` numeric NOT NULL,
  	\`text\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`facts_entry_idx\` ON \`facts\` (\`entry\`);`)
  await db.run(sql`CREATE INDEX \`facts_unit_idx\` ON \`facts\` (\`unit\`);`)
  await db.run(sql`CREATE INDEX \`facts_unit_above_idx\` ON \`facts\` (\`unit_above\`);`)
  await db.run(sql`CREATE INDEX \`facts_subject_idx\` ON \`facts\` (\`subject\`);`)
  await db.run(sql`CREATE INDEX \`kind_heart_idx\` ON \`facts\` (\`kind\`,\`heart\`);`)
  await db.run(sql`ALTER TABLE \`publications\` ADD \`confirmed_at\` text;`)
  await db.run(sql`ALTER TABLE \`publications\` ADD \`is_unreliable\` integer;`)
  await db.run(sql`CREATE INDEX \`publications_review_by_idx\` ON \`publications\` (\`review_by\`);`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`review_months_hotspots\` numeric;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`review_months_policies\` numeric;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`review_months_others\` numeric;`)
  await db.run(sql`CREATE INDEX \`messages_page_idx\` ON \`messages\` (\`page\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`fixed_phrases\`;`)
  await db.run(sql`DROP TABLE \`fixed_phrases_texts\`;`)
  await db.run(sql`DROP TABLE \`documents\`;`)
  await db.run(sql`DROP TABLE \`tasks\`;`)
  await db.run(sql`DROP TABLE \`task_reports\`;`)
  await db.run(sql`DROP TABLE \`task_steps\`;`)
  await db.run(sql`DROP TABLE \`samples\`;`)
  await db.run(sql`DROP TABLE \`sample_checks\`;`)
  await db.run(sql`DROP TABLE \`facts\`;`)
  await db.run(sql`DROP INDEX \`publications_review_by_idx\`;`)
  await db.run(sql`ALTER TABLE \`publications\` DROP COLUMN \`confirmed_at\`;`)
  await db.run(sql`ALTER TABLE \`publications\` DROP COLUMN \`is_unreliable\`;`)
  await db.run(sql`DROP INDEX \`messages_page_idx\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`review_months_hotspots\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`review_months_policies\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`review_months_others\`;`)
}
