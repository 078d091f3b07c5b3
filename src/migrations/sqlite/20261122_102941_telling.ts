import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`messages\` (
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
  await db.run(sql`CREATE INDEX \`messages_person_idx\` ON \`messages\` (\`person\`);`)
  await db.run(sql`CREATE INDEX \`messages_entry_idx\` ON \`messages\` (\`entry_id\`);`)
  await db.run(sql`CREATE INDEX \`messages_at_idx\` ON \`messages\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`messages_mail_idx\` ON \`messages\` (\`mail\`);`)
  await db.run(sql`CREATE INDEX \`messages_updated_at_idx\` ON \`messages\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`messages_created_at_idx\` ON \`messages\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`delegations\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`slot\` text NOT NULL,
  	\`approver\` text NOT NULL,
  	\`approver_name\` text,
  	\`delegate\` text NOT NULL,
  	\`delegate_name\` text,
  	\`unit\` text NOT NULL,
  	\`from\` text NOT NULL,
  	\`until\` text NOT NULL,
  	\`ended_at\` text,
  	\`ended_by_name\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`delegations_slot_idx\` ON \`delegations\` (\`slot\`);`)
  await db.run(sql`CREATE INDEX \`delegations_approver_idx\` ON \`delegations\` (\`approver\`);`)
  await db.run(sql`CREATE INDEX \`delegations_delegate_idx\` ON \`delegations\` (\`delegate\`);`)
  await db.run(sql`CREATE INDEX \`delegations_unit_idx\` ON \`delegations\` (\`unit\`);`)
  await db.run(sql`CREATE INDEX \`delegations_updated_at_idx\` ON \`delegations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`delegations_created_at_idx\` ON \`delegations\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`mails\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`person\` text NOT NULL,
  	\`username\` text,
  	\`subject\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`sent_at\` text,
  	\`attempts\` numeric,
  	\`error\` text,
  	\`next_at\` text,
  	\`text\` text,
  	\`messages\` text,
  	\`claimed_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`mails_person_idx\` ON \`mails\` (\`person\`);`)
  await db.run(sql`CREATE INDEX \`mails_at_idx\` ON \`mails\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`mails_state_idx\` ON \`mails\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`mails_next_at_idx\` ON \`mails\` (\`next_at\`);`)
  await db.run(sql`CREATE INDEX \`mails_updated_at_idx\` ON \`mails\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`mails_created_at_idx\` ON \`mails\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`mail_choice\` text DEFAULT 'daily';`)
  await db.run(sql`ALTER TABLE \`decisions\` ADD \`on_behalf_of\` text;`)
  await db.run(sql`ALTER TABLE \`decisions\` ADD \`on_behalf_of_name\` text;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`remind_after\` numeric DEFAULT 2;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`messages\`;`)
  await db.run(sql`DROP TABLE \`delegations\`;`)
  await db.run(sql`DROP TABLE \`mails\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`mail_choice\`;`)
  await db.run(sql`ALTER TABLE \`decisions\` DROP COLUMN \`on_behalf_of\`;`)
  await db.run(sql`ALTER TABLE \`decisions\` DROP COLUMN \`on_behalf_of_name\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`remind_after\`;`)
}
