import type { Config } from '../config.ts'
import { ClearError } from '../db/clear-error.ts'
import { connect, type Sql } from '../db/connection.ts'
import { openDatabase } from '../db/database.ts'
import { migrate } from '../db/migrations.ts'
import { stopSignal } from './stop-signal.ts'

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
    await sql.end({ timeout: 2 }) // seconds; what still runs then is undone
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

/**
 * Does a command's work on the database and closes it again, whatever happens. A wish to stop breaks the work off:
 * its transaction is undone, and nothing is left running. Throws ClearError then.
 */
export async function withDatabase(
  config: Config,
  applicationName: string,
  work: (database: OpenDatabase) => Promise<number>,
): Promise<number> {
  const stopped = stopSignal()
  const database = await openUpToDate(config, applicationName)
  try {
    const done = work(database)
    done.catch(() => {}) // once stopped, nobody else hears how it ended
    const outcome = await Promise.race([done, stopped])
    if (outcome !== 'stop') return outcome
    throw new ClearError('Stopped: what was under way has changed nothing')
  } finally {
    await database.close()
  }
}
