import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_messages\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`person\` text NOT NULL,
  	\`event\` text NOT NULL,
  	\`entry_id\` text,
  	\`library\` text,
  	\`number\` text,
  	\`step\` text,
  	\`asks\` text,
  	\`unit\` text,
  	\`role\` text,
  	\`page\` text,
  	\`about\` text,
  	\`by\` text,
  	\`by_name\` text,
  	\`reason\` text,
  	\`at\` text NOT NULL,
  	\`read_at\` text,
  	\`settled_at\` text,
  	\`mail\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`entry_id\`) REFERENCES \`register\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_messages\`("id", "person", "event", "entry_id", "library", "number", "step", "asks", "unit", "role", "page", "about", "by", "by_name", "reason", "at", "read_at", "settled_at", "mail", "updated_at", "created_at") SELECT "id", "person", "event", "entry_id", "library", "number", "step", "asks", "unit", NULL, NULL, NULL, "by", "by_name", "reason", "at", "read_at", "settled_at", "mail", "updated_at", "created_at" FROM \`messages\`;`)
  await db.run(sql`DROP TABLE \`messages\`;`)
  await db.run(sql`ALTER TABLE \`__new_messages\` RENAME TO \`messages\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`messages_person_idx\` ON \`messages\` (\`person\`);`)
  await db.run(sql`CREATE INDEX \`messages_entry_idx\` ON \`messages\` (\`entry_id\`);`)
  await db.run(sql`CREATE INDEX \`messages_at_idx\` ON \`messages\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`messages_mail_idx\` ON \`messages\` (\`mail\`);`)
  await db.run(sql`CREATE INDEX \`messages_updated_at_idx\` ON \`messages\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`messages_created_at_idx\` ON \`messages\` (\`created_at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_messages\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`person\` text NOT NULL,
  	\`event\` text NOT NULL,
  	\`entry_id\` text,
  	\`library\` text NOT NULL,
  	\`number\` text NOT NULL,
  	\`step\` text NOT NULL,
  	\`asks\` text,
  	\`unit\` text,
  	\`by\` text,
  	\`by_name\` text,
  	\`reason\` text,
  	\`at\` text NOT NULL,
  	\`read_at\` text,
  	\`settled_at\` text,
  	\`mail\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`entry_id\`) REFERENCES \`register\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_messages\`("id", "person", "event", "entry_id", "library", "number", "step", "asks", "unit", "by", "by_name", "reason", "at", "read_at", "settled_at", "mail", "updated_at", "created_at") SELECT "id", "person", "event", "entry_id", "library", "number", "step", "asks", "unit", "by", "by_name", "reason", "at", "read_at", "settled_at", "mail", "updated_at", "created_at" FROM \`messages\`;`)
  await db.run(sql`DROP TABLE \`messages\`;`)
  await db.run(sql`ALTER TABLE \`__new_messages\` RENAME TO \`messages\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`messages_person_idx\` ON \`messages\` (\`person\`);`)
  await db.run(sql`CREATE INDEX \`messages_entry_idx\` ON \`messages\` (\`entry_id\`);`)
  await db.run(sql`CREATE INDEX \`messages_at_idx\` ON \`messages\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`messages_mail_idx\` ON \`messages\` (\`mail\`);`)
  await db.run(sql`CREATE INDEX \`messages_updated_at_idx\` ON \`messages\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`messages_created_at_idx\` ON \`messages\` (\`created_at\`);`)
}
