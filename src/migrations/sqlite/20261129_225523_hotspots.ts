import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`hotspot_placements\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`entry\` text NOT NULL,
  	\`entry_title\` text,
  	\`number\` text,
  	\`kind\` text NOT NULL,
  	\`order\` numeric DEFAULT 1,
  	\`reason\` text NOT NULL,
  	\`until\` text,
  	\`slot\` text,
  	\`by\` text,
  	\`by_name\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`hotspot_placements_slot_idx\` ON \`hotspot_placements\` (\`slot\`);`)
  await db.run(sql`CREATE INDEX \`hotspot_placements_updated_at_idx\` ON \`hotspot_placements\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`hotspot_placements_created_at_idx\` ON \`hotspot_placements\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`day_shows\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`day\` text NOT NULL,
  	\`number\` text NOT NULL,
  	\`shown\` numeric NOT NULL,
  	\`examined\` numeric NOT NULL,
  	\`listed\` numeric NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`day_shows_day_idx\` ON \`day_shows\` (\`day\`);`)
  await db.run(sql`CREATE INDEX \`day_shows_number_idx\` ON \`day_shows\` (\`number\`);`)
  await db.run(sql`ALTER TABLE \`register\` ADD \`heat\` numeric;`)
  await db.run(sql`CREATE INDEX \`register_heat_idx\` ON \`register\` (\`heat\`);`)
  await db.run(sql`ALTER TABLE \`views\` ADD \`place\` text;`)
  await db.run(sql`ALTER TABLE \`views\` ADD \`is_promoted\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`searches\` ADD \`list\` text;`)
  await db.run(sql`ALTER TABLE \`day_counts\` ADD \`promoted\` numeric;`)
  await db.run(sql`ALTER TABLE \`day_counts\` ADD \`counted\` numeric;`)
  await db.run(sql`ALTER TABLE \`day_counts\` ADD \`weight\` numeric;`)
  await db.run(sql`ALTER TABLE \`day_counts\` ADD \`heat\` numeric;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`hotspot_placements\`;`)
  await db.run(sql`DROP TABLE \`day_shows\`;`)
  await db.run(sql`DROP INDEX \`register_heat_idx\`;`)
  await db.run(sql`ALTER TABLE \`register\` DROP COLUMN \`heat\`;`)
  await db.run(sql`ALTER TABLE \`views\` DROP COLUMN \`place\`;`)
  await db.run(sql`ALTER TABLE \`views\` DROP COLUMN \`is_promoted\`;`)
  await db.run(sql`ALTER TABLE \`searches\` DROP COLUMN \`list\`;`)
  await db.run(sql`ALTER TABLE \`day_counts\` DROP COLUMN \`promoted\`;`)
  await db.run(sql`ALTER TABLE \`day_counts\` DROP COLUMN \`counted\`;`)
  await db.run(sql`ALTER TABLE \`day_counts\` DROP COLUMN \`weight\`;`)
  await db.run(sql`ALTER TABLE \`day_counts\` DROP COLUMN \`heat\`;`)
}
