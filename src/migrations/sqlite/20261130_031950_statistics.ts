import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
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
  await db.run(sql`CREATE INDEX \`gradings_withdrawn_at_idx\` ON \`gradings\` (\`withdrawn_at\`);`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`score_weights_up_to_date\` numeric;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`score_weights_faultless\` numeric;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`score_weights_prompt\` numeric;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`score_weights_accepted\` numeric;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`day_searches\`;`)
  await db.run(sql`DROP TABLE \`day_queries\`;`)
  await db.run(sql`DROP TABLE \`reports\`;`)
  await db.run(sql`DROP TABLE \`objections\`;`)
  await db.run(sql`DROP TABLE \`gradings\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`score_weights_up_to_date\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`score_weights_faultless\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`score_weights_prompt\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`score_weights_accepted\`;`)
}
