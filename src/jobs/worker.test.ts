import pino from 'pino'
import { expect, test } from 'vitest'
import { freshDatabase } from '../../test/database.ts'
import { readConfig } from '../config.ts'
import { queueSms } from '../outbox/queue.ts'
import { startWorker } from './worker.ts'

const config = readConfig({ KABINET_SECRET: 'a secret for tests alone, of no worth' })
const sms = {
  phone: '380671234567',
  sender: 'TEST',
  text: 'Код - 123456',
  now: new Date(),
  smsSecret: config.demo ? null : config.secret,
}

async function states(sql: Awaited<ReturnType<typeof freshDatabase>>['sql']): Promise<string[]> {
  const rows = await sql<{ state: string }[]>`select state from sms order by id`
  return rows.map(row => row.state)
}

async function start() {
  const { sql, url, close } = await freshDatabase()
  const parts = { config, sql, databaseUrl: url }
  const worker = await startWorker({ ...parts, log: pino({ level: 'silent' }) })
  return { sql, worker, close }
}

test('an SMS goes as soon as the transaction that queued it commits, and stopping leaves no connection', async () => {
  const { sql, worker, close } = await start()
  await sql.begin(async tx => {
    await queueSms(tx, sms)
    await new Promise(resolve => setTimeout(resolve, 200))
  })
  await expect.poll(() => states(sql), { timeout: 5_000 }).toEqual(['sent'])
  await worker.stop()
  const left = await sql`
    select application_name from pg_stat_activity
    where datname = current_database() and application_name <> 'kabinet'`
  expect(left).toEqual([])
  await queueSms(sql, sms)
  await new Promise(resolve => setTimeout(resolve, 300))
  expect(await states(sql)).toEqual(['sent', 'queued'])
  await close()
})

test('a worker whose connections are cut comes back by itself', async () => {
  const { sql, worker, close } = await start()
  await sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`.catch(() => {})
  await new Promise(resolve => setTimeout(resolve, 500))
  await queueSms(sql, sms)
  await expect.poll(() => states(sql).catch(() => []), { timeout: 15_000 }).toEqual(['sent'])
  await worker.stop()
  await close()
})
