/**
 * The embedded PostgreSQL of a data folder, shared by all commands that run on it: the first one in starts it, the
 * last one out stops it. Each holds a shared lock in the database itself, which vanishes with it however it ends;
 * starting and stopping are kept apart by a name that only one process can hold. Where PostgreSQL dies under its
 * users, they start it again in its place.
 */
import { mkdir, realpath } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { ClearError } from '../clear-error.ts'
import { connect } from '../connection.ts'
import { isConnectionLost } from '../connection-lost.ts'
import { awaitName } from '../lock.ts'
import { type Cluster, prepareCluster } from './cluster.ts'
import { clearly } from './faults.ts'
import { ensureRunning, stopRunning } from './postmaster.ts'
import { holdShare, type Share } from './share.ts'

export interface Embedded {
  /** Of the database `kabinet`; it stays the same as long as it is open. */
  url: string
  /** Lets go of it; the last one stops PostgreSQL. */
  close(): Promise<void>
}

interface Membership {
  cluster: Cluster
  port: number
  share: Share
}

/** Starts PostgreSQL or joins the one that runs. Throws ClearError. `durable: false` is for tests alone. */
export async function openEmbedded(dataDir: string, { durable = true } = {}): Promise<Embedded> {
  await clearly(dataDir, () => mkdir(dataDir, { recursive: true }))
  const folder = await realpath(dataDir)
  const enter = (): Promise<Membership> =>
    alone(folder, async () => {
      const cluster = await prepareCluster(folder, durable)
      const joined = await join(cluster, () => {
        membership = returnTo(joined.port)
      })
      await ensureDatabase(urlOf(cluster, joined.port, 'postgres'))
      return joined
    })
  // Everyone who has the address keeps it, so PostgreSQL must come back on it. Where it can't, the rejection is left
  // unhandled and ends the process: without its database the portal is of no use, and a new start may find a way.
  const returnTo = async (port: number): Promise<Membership> => {
    const again = await enter()
    if (again.port !== port)
      throw new ClearError(
        `Port ${port} was taken while PostgreSQL of ${folder} was down: start the portal again`,
      )
    return again
  }
  let membership = enter()
  const { cluster, port } = await membership
  return {
    url: urlOf(cluster, port, 'kabinet'),
    close: async () => {
      const { share } = await membership
      await alone(folder, async () => {
        if (await share.leave()) await stopRunning(cluster)
      })
    },
  }
}

/** A PostgreSQL that was killed a moment ago may look alive, and is gone when one speaks to it; so once more then. */
async function join(cluster: Cluster, onLost: () => void): Promise<Membership> {
  for (let tries = 1; ; tries++) {
    const port = await ensureRunning(cluster)
    try {
      return { cluster, port, share: await holdShare(urlOf(cluster, port, 'postgres'), onLost) }
    } catch (error) {
      if (tries === 10 || !isConnectionLost(error)) throw error
      await sleep(200)
    }
  }
}

/** Does what no other process may do at the same time with this data folder. */
async function alone<T>(folder: string, act: () => Promise<T>): Promise<T> {
  const mutex = await awaitName(`postgres ${folder}`, 360) // seconds; longer than the longest start
  try {
    return await clearly(folder, act)
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
