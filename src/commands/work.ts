import { once } from 'node:events'
import { readConfig } from '../config.ts'
import { startWorker } from '../jobs/worker.ts'
import { loadSupplier } from '../supplier.ts'
import { openUpToDate } from './open.ts'

/** `kabinet work`: runs the jobs (SMS, the sweeper, erasing) until SIGTERM or Ctrl-C. */
export async function work(): Promise<number> {
  const config = readConfig(process.env)
  const supplier = loadSupplier(config.supplier)
  const database = await openUpToDate(config, 'kabinet work')
  const worker = await startWorker({ config, supplier, sql: database.sql, databaseUrl: database.url })
  console.log('The worker is up. To stop: Ctrl-C')
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  await worker.stop()
  await database.close()
  return 0
}
