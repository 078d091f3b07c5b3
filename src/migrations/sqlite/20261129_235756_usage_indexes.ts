import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`day_keys\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL
  );
  `)
  await db.run(sql`DROP INDEX \`day_counts_entry_idx\`;`)
  await db.run(sql`CREATE INDEX \`entry_day_idx\` ON \`day_counts\` (\`entry\`,\`day\`);`)
  await db.run(sql`DROP INDEX \`day_shows_number_idx\`;`)
  await db.run(sql`CREATE INDEX \`number_day_idx\` ON \`day_shows\` (\`number\`,\`day\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`day_keys\`;`)
  await db.run(sql`DROP INDEX \`entry_day_idx\`;`)
  await db.run(sql`CREATE INDEX \`day_counts_entry_idx\` ON \`day_counts\` (\`entry\`);`)
  await db.run(sql`DROP INDEX \`number_day_idx\`;`)
  await db.run(sql`CREATE INDEX \`day_shows_number_idx\` ON \`day_shows\` (\`number\`);`)
}
