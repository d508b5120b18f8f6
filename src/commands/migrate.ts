import { readConfig } from '../config.ts'
import { withDatabase } from './open.ts'

/** `kabinet migrate`: brings the database up to date. */
export async function migrateCommand(): Promise<number> {
  return withDatabase(readConfig(process.env), 'kabinet migrate', async () => {
    console.log('The database is up to date')
    return 0
  })
}
