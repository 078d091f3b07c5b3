import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE INDEX \`isLive_number_idx\` ON \`publications\` (\`is_live\`,\`number\`);`)
  await db.run(sql`CREATE INDEX \`isLive_unit_topic_idx\` ON \`publications\` (\`is_live\`,\`unit\`,\`topic\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`isLive_number_idx\`;`)
  await db.run(sql`DROP INDEX \`isLive_unit_topic_idx\`;`)
}
