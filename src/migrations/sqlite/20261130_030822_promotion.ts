import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
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
  await db.run(sql`ALTER TABLE \`knowledge\` ADD \`for_county\` integer;`)
  await db.run(sql`ALTER TABLE \`_knowledge_v\` ADD \`version_for_county\` integer;`)
  await db.run(sql`ALTER TABLE \`publications\` ADD \`for_county\` integer;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`read_reviews\`;`)
  await db.run(sql`ALTER TABLE \`knowledge\` DROP COLUMN \`for_county\`;`)
  await db.run(sql`ALTER TABLE \`_knowledge_v\` DROP COLUMN \`version_for_county\`;`)
  await db.run(sql`ALTER TABLE \`publications\` DROP COLUMN \`for_county\`;`)
}
