import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`import_batches\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`library\` text NOT NULL,
  	\`name\` text NOT NULL,
  	\`hash\` text NOT NULL,
  	\`size\` numeric NOT NULL,
  	\`total\` numeric NOT NULL,
  	\`head_line\` numeric NOT NULL,
  	\`by\` text,
  	\`by_name\` text,
  	\`unit\` text,
  	\`at\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`lock\` numeric NOT NULL,
  	\`worker\` text,
  	\`claimed_at\` text,
  	\`done\` numeric NOT NULL,
  	\`todo\` numeric NOT NULL,
  	\`notes\` text NOT NULL,
  	\`headings\` text NOT NULL,
  	\`headings_key\` text,
  	\`samples\` text NOT NULL,
  	\`columns\` text NOT NULL,
  	\`units\` text NOT NULL,
  	\`options\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`import_batches_by_idx\` ON \`import_batches\` (\`by\`);`)
  await db.run(sql`CREATE INDEX \`import_batches_at_idx\` ON \`import_batches\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`import_batches_state_idx\` ON \`import_batches\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`import_batches_headings_key_idx\` ON \`import_batches\` (\`headings_key\`);`)
  await db.run(sql`CREATE INDEX \`import_batches_updated_at_idx\` ON \`import_batches\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`import_batches_created_at_idx\` ON \`import_batches\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`import_cells\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`batch\` text NOT NULL,
  	\`seq\` numeric NOT NULL,
  	\`rows\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`import_cells_batch_idx\` ON \`import_cells\` (\`batch\`);`)
  await db.run(sql`CREATE TABLE \`import_rows\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`batch\` text NOT NULL,
  	\`line\` numeric NOT NULL,
  	\`title\` text,
  	\`unit\` text,
  	\`unit_name\` text,
  	\`outcome\` text NOT NULL,
  	\`entry\` text,
  	\`number\` text,
  	\`revision\` numeric,
  	\`lock\` numeric,
  	\`source_key\` text,
  	\`hash\` text,
  	\`category_key\` text,
  	\`is_chosen\` integer,
  	\`result\` text,
  	\`said\` text,
  	\`similar\` text,
  	\`data\` text,
  	\`theirs\` text,
  	\`ours\` text,
  	\`before\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`import_rows_batch_idx\` ON \`import_rows\` (\`batch\`);`)
  await db.run(sql`CREATE INDEX \`import_rows_entry_idx\` ON \`import_rows\` (\`entry\`);`)
  await db.run(sql`CREATE INDEX \`batch_line_idx\` ON \`import_rows\` (\`batch\`,\`line\`);`)
  await db.run(sql`CREATE INDEX \`batch_outcome_idx\` ON \`import_rows\` (\`batch\`,\`outcome\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`import_batches\`;`)
  await db.run(sql`DROP TABLE \`import_cells\`;`)
  await db.run(sql`DROP TABLE \`import_rows\`;`)
}
