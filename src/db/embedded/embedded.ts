/**
 * The embedded PostgreSQL of a data folder, shared by all commands that run on it: the first one in starts it, the
 * last one out stops it. Each holds a shared lock in the database itself, which vanishes with it however it ends;
 * starting and stopping are kept apart by a name that only one process can hold.
 */
import { mkdir, realpath } from 'node:fs/promises'
import { connect } from '../connection.ts'
import { awaitName } from '../lock.ts'
import { type Cluster, prepareCluster } from './cluster.ts'
import { clearly } from './faults.ts'
import { ensureRunning, stopRunning } from './postmaster.ts'
import { holdShare, type Share } from './share.ts'

export interface Embedded {
  /** Of the database `kabinet`. */
  url: string
  /** Lets go of it; the last one stops PostgreSQL. */
  close(): Promise<void>
}

/** Longer than the longest start. */
const mutexSeconds = 360

/** Starts PostgreSQL or joins the one that runs. Throws ClearError. `durable: false` is for tests alone. */
export async function openEmbedded(dataDir: string, { durable = true } = {}): Promise<Embedded> {
  await clearly(dataDir, () => mkdir(dataDir, { recursive: true }))
  const folder = await realpath(dataDir)
  const mutex = await awaitName(`postgres ${folder}`, mutexSeconds)
  try {
    const cluster = await prepareCluster(folder, durable)
    const port = await ensureRunning(cluster)
    const share = await holdShare(urlOf(cluster, port, 'postgres'))
    await ensureDatabase(urlOf(cluster, port, 'postgres'))
    return { url: urlOf(cluster, port, 'kabinet'), close: () => leave(folder, cluster, share) }
  } finally {
    await mutex.release()
  }
}

async function leave(folder: string, cluster: Cluster, share: Share): Promise<void> {
  const mutex = await awaitName(`postgres ${folder}`, mutexSeconds)
  try {
    if (await share.leave()) await stopRunning(cluster)
  } finally {
    await mutex.release()
  }
}

async function ensureDatabase(url: string): Promise<void> {
  const sql = connect(url, { max: 1 })
  try {
    const found = await sql`select from pg_database where datname = 'kabinet'`
    if (found.length === 0) await sql`create database kabinet`
  } finally {
    await sql.end()
  }
}

function urlOf(cluster: Cluster, port: number, database: string): string {
  return `postgres://kabinet:${cluster.password}@127.0.0.1:${port}/${database}`
}
