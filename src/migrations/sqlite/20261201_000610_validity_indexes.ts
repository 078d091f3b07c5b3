import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE INDEX \`publications_valid_from_idx\` ON \`publications\` (\`valid_from\`);`)
  await db.run(sql`CREATE INDEX \`publications_valid_until_idx\` ON \`publications\` (\`valid_until\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`publications_valid_from_idx\`;`)
  await db.run(sql`DROP INDEX \`publications_valid_until_idx\`;`)
}
