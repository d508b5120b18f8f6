import type { Config } from '../config.ts'
import { connect, type Sql } from '../db/connection.ts'
import { openDatabase } from '../db/database.ts'
import { migrate } from '../db/migrations.ts'

export interface OpenDatabase {
  sql: Sql
  url: string
  close(): Promise<void>
}

/** Finds the database that the settings name, brings it up to date, and connects to it. */
export async function openUpToDate(config: Config, applicationName: string): Promise<OpenDatabase> {
  const database = await openDatabase(config)
  const sql = connect(database.url, { applicationName })
  const close = async () => {
    await sql.end({ timeout: 5 })
    await database.close()
  }
  try {
    await migrate(sql)
  } catch (error) {
    await close()
    throw error
  }
  return { sql, url: database.url, close }
}
