import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
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
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`facts\`;`)
}
