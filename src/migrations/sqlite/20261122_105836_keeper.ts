import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`register\` ADD \`keeper\` text;`)
  await db.run(sql`CREATE INDEX \`register_topic_idx\` ON \`register\` (\`topic\`);`)
  await db.run(sql`CREATE INDEX \`register_keeper_idx\` ON \`register\` (\`keeper\`);`)
  await db.run(sql`CREATE INDEX \`knowledge_topic_idx\` ON \`knowledge\` (\`topic\`);`)
  await db.run(sql`CREATE INDEX \`_knowledge_v_version_version_topic_idx\` ON \`_knowledge_v\` (\`version_topic\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`knowledge_topic_idx\`;`)
  await db.run(sql`DROP INDEX \`_knowledge_v_version_version_topic_idx\`;`)
  await db.run(sql`DROP INDEX \`register_topic_idx\`;`)
  await db.run(sql`DROP INDEX \`register_keeper_idx\`;`)
  await db.run(sql`ALTER TABLE \`register\` DROP COLUMN \`keeper\`;`)
}
