import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
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
  await db.run(sql`ALTER TABLE \`searches\` ADD \`place\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`usual_hours\`;`)
  await db.run(sql`DROP TABLE \`alerts\`;`)
  await db.run(sql`ALTER TABLE \`searches\` DROP COLUMN \`place\`;`)
}
