/** The worker: runs the jobs by the clock, and sends an SMS as soon as it is queued. */
import { Logger, type Runner, run } from 'graphile-worker'
import { Pool } from 'pg'
import pino from 'pino'
import type { Config } from '../config.ts'
import type { Sql } from '../db/connection.ts'
import type { Clock } from '../domain/clock.ts'
import { smsQueued } from '../outbox/queue.ts'
import { crontab, type JobName, jobs } from './jobs.ts'

export interface WorkerParts {
  config: Config
  /** For what the jobs do. */
  sql: Sql
  /** For the queue's own few connections. */
  databaseUrl: string
  clock?: Clock
  log?: pino.Logger
}

export interface Worker {
  /** Lets the jobs under way finish, and leaves nothing open. */
  stop(): Promise<void>
}

const restartAfter = 5_000

/** Starts it; brings the queue's own schema up to date first. Where the database goes away it comes back by itself. */
export async function startWorker(parts: WorkerParts): Promise<Worker> {
  const log = parts.log ?? pino({ level: 'info' }, pino.destination({ dest: 2, sync: false }))
  // Of our own, so that its end can be awaited: whoever stops the database next must find no connection of ours.
  const pool = new Pool({ connectionString: parts.databaseUrl, max: 3 })
  const lost = (error: Error) => log.warn({ err: error }, 'a connection of the queue was lost')
  pool.on('error', lost)
  pool.on('connect', client => client.on('error', lost))
  let runner: Runner | null = await startRunner(parts, pool, log).catch(async error => {
    await pool.end()
    throw error
  })
  let stopping = false
  let timer: NodeJS.Timeout | undefined

  const send: JobName = 'send-sms'
  const hearing = await parts.sql.listen(smsQueued, () => {
    // what can't be asked for now goes within the minute
    runner?.addJob(send, {}, { jobKey: send, maxAttempts: 1 }).catch(() => {})
  })

  const watch = (watched: Runner) => {
    const again = () => {
      if (stopping) return
      runner = null
      log.error('the worker ended and starts again')
      timer = setTimeout(restart, restartAfter)
    }
    watched.promise.then(again, again)
  }
  const restart = async () => {
    try {
      const next = await startRunner(parts, pool, log)
      if (stopping) return await next.stop()
      runner = next
      watch(next)
    } catch (error) {
      log.error({ err: error }, 'the worker could not start')
      if (!stopping) timer = setTimeout(restart, restartAfter)
    }
  }
  watch(runner)

  return {
    stop: async () => {
      stopping = true
      clearTimeout(timer)
      await hearing.unlisten().catch(() => {}) // a lost connection hears nothing anyway
      await runner?.stop().catch(() => {}) // it had ended by itself
      await pool.end()
    },
  }
}

function startRunner({ config, sql, clock = () => new Date() }: WorkerParts, pgPool: Pool, log: pino.Logger) {
  return run({
    pgPool,
    concurrency: 2,
    pollInterval: 10_000,
    noHandleSignals: true, // whoever started the worker hears the signals
    logger: graphileLog(log),
    taskList: jobs({ config, sql, log, clock }),
    crontab,
  })
}

/** The queue's own words: what it warns of and what failed; its chatter is left out. */
function graphileLog(log: pino.Logger): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error') log.error(message)
    else if (level === 'warning') log.warn(message)
  })
}
