import { parseArgs } from 'node:util'
import { type Config, readConfig } from '../config.ts'
import { ClearError } from '../db/clear-error.ts'
import { holdName } from '../db/lock.ts'
import { loadDemoSupplier } from '../demo/supplier/load.ts'
import { sampleAccount } from '../demo/supplier/sample.ts'
import type { Address } from '../domain/address.ts'
import { startWorker, type Worker } from '../jobs/worker.ts'
import { refuseTakenPort, type Server, startServer } from '../server.ts'
import { loadSupplier } from '../supplier.ts'
import { type Texts, uk } from '../texts/texts.ts'
import { type OpenDatabase, openUpToDate } from './open.ts'
import { stopSignal } from './stop-signal.ts'

/** `kabinet serve`: the web server; with `--with-worker` the jobs run in the same process. Ends at SIGTERM or Ctrl-C. */
export async function serve(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { 'with-worker': { type: 'boolean', default: false } } })
  const config = readConfig(process.env)
  const supplier = loadSupplier(config.supplier)
  const place = await holdDataFolder(config)
  const stopped = stopSignal()

  let database: OpenDatabase | undefined
  let server: Server | undefined
  let worker: Worker | undefined
  try {
    await refuseTakenPort(config)
    database = await openUpToDate(config, 'kabinet serve')
    if (config.demo)
      await loadDemoSupplier({ sql: database.sql, supplier, dataDir: config.dataDir, say: console.log })
    if (values['with-worker'])
      worker = await startWorker({ config, sql: database.sql, databaseUrl: database.url })
    server = await startServer(config, supplier, database.sql)
    await sayWhereToLook(config, database)
    await stopped
    console.log('Stopping…')
  } finally {
    await server?.stop()
    await worker?.stop()
    await database?.close()
    await place?.release()
  }
  return Number(process.exitCode ?? 0) // 1 where an error that nobody caught was the reason to stop
}

/** Two servers on one embedded database would be two masters in one house; on a PostgreSQL of one's own it is wanted. */
async function holdDataFolder(config: Config): Promise<{ release(): Promise<void> } | null> {
  if (config.databaseUrl !== null) return null
  const held = await holdName(`serve ${config.dataDir}`)
  if (held !== null) return held
  throw new ClearError(
    `Kabinet already serves from the data folder ${config.dataDir}: stop it first, or start another with KABINET_DATA_DIR and KABINET_PORT of its own`,
  )
}

async function sayWhereToLook(config: Config, database: OpenDatabase): Promise<void> {
  const lines = [`Kabinet is up: ${config.publicUrl}`]
  if (config.demo) {
    lines.push(
      '  Register there with any Ukrainian mobile number, such as 067 123 45 67, and a password.',
      `  The SMS with the code: ${config.publicUrl}/demo/outbox`,
    )
    const sample = await sampleAccount(database.sql)
    if (sample !== null) lines.push(`  An account to add: ${sampleWords(sample, uk)}`)
  }
  lines.push('  To stop: Ctrl-C')
  console.log(lines.join('\n'))
}

/** The address and the number in the words of the form that adds an account. */
function sampleWords(sample: Address & { number: string }, { address }: Texts): string {
  const house = `${address.house}: ${sample.house}, ${address.flatLabel}: ${sample.flat}`
  return `${sample.branch}, ${sample.settlement}, ${sample.street}, ${house}, ${address.accountNumber}: ${sample.number}`
}
