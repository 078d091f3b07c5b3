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
  await db.run(sql`ALTER TABLE \`day_counts\` ADD \`helpful\` numeric;`)
  await db.run(sql`ALTER TABLE \`day_counts\` ADD \`unhelpful\` numeric;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`helpful\`;`)
  await db.run(sql`ALTER TABLE \`day_counts\` DROP COLUMN \`helpful\`;`)
  await db.run(sql`ALTER TABLE \`day_counts\` DROP COLUMN \`unhelpful\`;`)
}
