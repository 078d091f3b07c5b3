import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`district_counts\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`day\` text NOT NULL,
  	\`district\` text NOT NULL,
  	\`entry\` text NOT NULL,
  	\`number\` text,
  	\`readers\` numeric NOT NULL,
  	\`uses\` numeric NOT NULL,
  	\`promoted\` numeric NOT NULL,
  	\`counted\` numeric NOT NULL,
  	\`weight\` numeric NOT NULL,
  	\`heat\` numeric NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`district_counts_entry_idx\` ON \`district_counts\` (\`entry\`);`)
  await db.run(sql`CREATE INDEX \`district_day_idx\` ON \`district_counts\` (\`district\`,\`day\`);`)
  await db.run(sql`CREATE TABLE \`district_heats\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`district\` text NOT NULL,
  	\`entry\` text NOT NULL,
  	\`number\` text,
  	\`heat\` numeric NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`district_heats_entry_idx\` ON \`district_heats\` (\`entry\`);`)
  await db.run(sql`CREATE INDEX \`district_heat_idx\` ON \`district_heats\` (\`district\`,\`heat\`);`)
  await db.run(sql`CREATE TABLE \`district_shows\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`day\` text NOT NULL,
  	\`district\` text NOT NULL,
  	\`shows\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`district_shows_day_idx\` ON \`district_shows\` (\`day\`);`)
  await db.run(sql`CREATE INDEX \`district_day_1_idx\` ON \`district_shows\` (\`district\`,\`day\`);`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`weekly_since\` text;`)
  await db.run(sql`ALTER TABLE \`publications\` ADD \`review_by\` text;`)
  // Of before it was kept, the day that figures were told by until now: that of the copy.
  await db.run(sql`UPDATE \`publications\` SET \`review_by\` = (SELECT \`review_by\` FROM \`knowledge\` WHERE \`knowledge\`.\`id\` = \`publications\`.\`entry\`) WHERE \`library\` = 'knowledge';`)
  await db.run(sql`ALTER TABLE \`views\` ADD \`district\` text;`)
  await db.run(sql`ALTER TABLE \`searches\` ADD \`district\` text;`)
  await db.run(sql`ALTER TABLE \`uses\` ADD \`district\` text;`)
  await db.run(sql`ALTER TABLE \`alerts\` ADD \`is_uncompared\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`messages\` ADD \`taken_back_at\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`district_counts\`;`)
  await db.run(sql`DROP TABLE \`district_heats\`;`)
  await db.run(sql`DROP TABLE \`district_shows\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`weekly_since\`;`)
  await db.run(sql`ALTER TABLE \`publications\` DROP COLUMN \`review_by\`;`)
  await db.run(sql`ALTER TABLE \`views\` DROP COLUMN \`district\`;`)
  await db.run(sql`ALTER TABLE \`searches\` DROP COLUMN \`district\`;`)
  await db.run(sql`ALTER TABLE \`uses\` DROP COLUMN \`district\`;`)
  await db.run(sql`ALTER TABLE \`alerts\` DROP COLUMN \`is_uncompared\`;`)
  await db.run(sql`ALTER TABLE \`messages\` DROP COLUMN \`taken_back_at\`;`)
}
