import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`publications_is_live_idx\`;`)
  await db.run(sql`CREATE INDEX \`isLive_slot_idx\` ON \`publications\` (\`is_live\`,\`slot\`);`)
  await db.run(sql`CREATE INDEX \`isLive_approvedAt_idx\` ON \`publications\` (\`is_live\`,\`approved_at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`isLive_slot_idx\`;`)
  await db.run(sql`DROP INDEX \`isLive_approvedAt_idx\`;`)
  await db.run(sql`CREATE INDEX \`publications_is_live_idx\` ON \`publications\` (\`is_live\`);`)
}
