import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`helpful\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`entry\` text NOT NULL,
  	\`number\` text NOT NULL,
  	\`is_helpful\` integer DEFAULT false,
  	\`place\` text,
  	\`at\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`helpful_at_idx\` ON \`helpful\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`entry_at_2_idx\` ON \`helpful\` (\`entry\`,\`at\`);`)
  await db.run(sql`CREATE TABLE \`day_searches\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`day\` text NOT NULL,
  	\`unit\` text,
  	\`asked\` numeric NOT NULL,
  	\`in_vain\` numeric NOT NULL,
  	\`abandoned\` numeric NOT NULL,
  	\`reformulated\` numeric NOT NULL,
  	\`opened\` numeric NOT NULL,
  	\`used\` numeric NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`day_searches_day_idx\` ON \`day_searches\` (\`day\`);`)
  await db.run(sql`CREATE TABLE \`day_queries\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`day\` text NOT NULL,
  	\`form\` text NOT NULL,
  	\`asked\` numeric NOT NULL,
  	\`askers\` numeric NOT NULL,
  	\`in_vain\` numeric NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`day_queries_day_idx\` ON \`day_queries\` (\`day\`);`)
  await db.run(sql`CREATE TABLE \`reports\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`from\` text NOT NULL,
  	\`to\` text NOT NULL,
  	\`period\` text NOT NULL,
  	\`units\` text NOT NULL,
  	\`weights\` text NOT NULL,
  	\`meanings\` text NOT NULL,
  	\`frozen_at\` text NOT NULL,
  	\`objected\` numeric NOT NULL,
  	\`published_at\` text,
  	\`published_by\` text,
  	\`published_by_name\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`reports_from_idx\` ON \`reports\` (\`from\`);`)
  await db.run(sql`CREATE INDEX \`reports_frozen_at_idx\` ON \`reports\` (\`frozen_at\`);`)
  await db.run(sql`CREATE TABLE \`objections\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`report\` text NOT NULL,
  	\`unit\` text NOT NULL,
  	\`unit_name\` text NOT NULL,
  	\`sentence\` text NOT NULL,
  	\`by\` text NOT NULL,
  	\`by_name\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`is_upheld\` integer DEFAULT false,
  	\`answer\` text,
  	\`decided_by\` text,
  	\`decided_by_name\` text,
  	\`decided_at\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`objections_report_idx\` ON \`objections\` (\`report\`);`)
  await db.run(sql`CREATE TABLE \`gradings\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`entry\` text NOT NULL,
  	\`number\` text NOT NULL,
  	\`is_grave\` integer DEFAULT false,
  	\`sentence\` text NOT NULL,
  	\`by\` text NOT NULL,
  	\`by_name\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`withdrawn_at\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`gradings_at_idx\` ON \`gradings\` (\`at\`);`)
  await db.run(sql`CREATE TABLE \`read_reviews\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`unit\` text,
  	\`by\` text,
  	\`by_name\` text,
  	\`at\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`subject\` text,
  	\`outcome\` text NOT NULL,
  	\`entry\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`read_reviews_unit_idx\` ON \`read_reviews\` (\`unit\`);`)
  await db.run(sql`CREATE INDEX \`read_reviews_at_idx\` ON \`read_reviews\` (\`at\`);`)
  await db.run(sql`CREATE TABLE \`usual_hours\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`hour\` numeric NOT NULL,
  	\`kind\` text NOT NULL,
  	\`subject\` text,
  	\`sum\` numeric,
  	\`times\` numeric NOT NULL,
  	\`at\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`usual_hours_hour_idx\` ON \`usual_hours\` (\`hour\`);`)
  await db.run(sql`CREATE INDEX \`usual_hours_kind_idx\` ON \`usual_hours\` (\`kind\`);`)
  await db.run(sql`CREATE TABLE \`alerts\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`kind\` text NOT NULL,
  	\`subject\` text NOT NULL,
  	\`number\` text,
  	\`title\` text NOT NULL,
  	\`count\` numeric NOT NULL,
  	\`usual\` numeric NOT NULL,
  	\`unit\` text,
  	\`unit_above\` text,
  	\`unit_name\` text,
  	\`at\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`alerts_unit_idx\` ON \`alerts\` (\`unit\`);`)
  await db.run(sql`CREATE INDEX \`alerts_unit_above_idx\` ON \`alerts\` (\`unit_above\`);`)
  await db.run(sql`CREATE INDEX \`alerts_at_idx\` ON \`alerts\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`subject_at_idx\` ON \`alerts\` (\`subject\`,\`at\`);`)
  await db.run(sql`CREATE TABLE \`following\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`units\` text,
  	\`categories\` text,
  	\`every\` text NOT NULL,
  	\`told_until\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`following_every_idx\` ON \`following\` (\`every\`);`)
  await db.run(sql`ALTER TABLE \`knowledge\` ADD \`for_county\` integer;`)
  await db.run(sql`ALTER TABLE \`_knowledge_v\` ADD \`version_for_county\` integer;`)
  await db.run(sql`ALTER TABLE \`publications\` ADD \`for_county\` integer;`)
  await db.run(sql`ALTER TABLE \`searches\` ADD \`place\` text;`)
  await db.run(sql`ALTER TABLE \`day_counts\` ADD \`helpful\` numeric;`)
  await db.run(sql`ALTER TABLE \`day_counts\` ADD \`unhelpful\` numeric;`)
  await db.run(sql`ALTER TABLE \`mails\` ADD \`kind\` text;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`score_weights_up_to_date\` numeric;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`score_weights_faultless\` numeric;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`score_weights_prompt\` numeric;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`score_weights_accepted\` numeric;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`helpful\`;`)
  await db.run(sql`DROP TABLE \`day_searches\`;`)
  await db.run(sql`DROP TABLE \`day_queries\`;`)
  await db.run(sql`DROP TABLE \`reports\`;`)
  await db.run(sql`DROP TABLE \`objections\`;`)
  await db.run(sql`DROP TABLE \`gradings\`;`)
  await db.run(sql`DROP TABLE \`read_reviews\`;`)
  await db.run(sql`DROP TABLE \`usual_hours\`;`)
  await db.run(sql`DROP TABLE \`alerts\`;`)
  await db.run(sql`DROP TABLE \`following\`;`)
  await db.run(sql`ALTER TABLE \`knowledge\` DROP COLUMN \`for_county\`;`)
  await db.run(sql`ALTER TABLE \`_knowledge_v\` DROP COLUMN \`version_for_county\`;`)
  await db.run(sql`ALTER TABLE \`publications\` DROP COLUMN \`for_county\`;`)
  await db.run(sql`ALTER TABLE \`searches\` DROP COLUMN \`place\`;`)
  await db.run(sql`ALTER TABLE \`day_counts\` DROP COLUMN \`helpful\`;`)
  await db.run(sql`ALTER TABLE \`day_counts\` DROP COLUMN \`unhelpful\`;`)
  await db.run(sql`ALTER TABLE \`mails\` DROP COLUMN \`kind\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`score_weights_up_to_date\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`score_weights_faultless\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`score_weights_prompt\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`score_weights_accepted\`;`)
}
