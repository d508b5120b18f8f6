import { readConfig } from '../config.ts'
import { startWorker } from '../jobs/worker.ts'
import { openUpToDate } from './open.ts'
import { stopSignal } from './stop-signal.ts'

/** `kabinet work`: runs the jobs (SMS, the sweeper, erasing) until SIGTERM or Ctrl-C. */
export async function work(): Promise<number> {
  const config = readConfig(process.env)
  const stopped = stopSignal()
  const database = await openUpToDate(config, 'kabinet work')
  try {
    const worker = await startWorker({ config, sql: database.sql, databaseUrl: database.url })
    console.log('The worker is up. To stop: Ctrl-C')
    await stopped
    await worker.stop()
  } finally {
    await database.close()
  }
  return Number(process.exitCode ?? 0) // 1 where an error that nobody caught was the reason to stop
}
