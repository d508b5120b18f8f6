import { readConfig } from '../config.ts'
import { openUpToDate } from './open.ts'

/** `kabinet migrate`: brings the database up to date. */
export async function migrateCommand(): Promise<number> {
  const database = await openUpToDate(readConfig(process.env), 'kabinet migrate')
  await database.close()
  console.log('The database is up to date')
  return 0
}
