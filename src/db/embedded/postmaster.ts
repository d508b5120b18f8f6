/** The running PostgreSQL of one cluster: found again, started, stopped. Call all of it under the mutex. */
import { closeSync, fchownSync, openSync, readFileSync, statfsSync, statSync, truncateSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ClearError } from '../clear-error.ts'
import type { Cluster } from './cluster.ts'
import { explained } from './faults.ts'
import { spawnAs } from './identity.ts'
import { findPostmaster, formerPort, isAlive, readPidFile } from './pid-file.ts'

/** After a crash PostgreSQL replays its journal first; that takes seconds, on a slow disk minutes. */
const recoverySeconds = 300

/**
 * The port of the cluster's PostgreSQL, started if none runs. It comes back on the port that it had, where that is
 * free: after a crash others may be waiting for it there.
 */
export async function ensureRunning(cluster: Cluster): Promise<number> {
  const former = formerPort(cluster.data)
  const end = performance.now() + recoverySeconds * 1000
  for (let ports = 0; ; ) {
    const running = findPostmaster(cluster.data)
    if (running !== null) {
      if (await isReady(running.pid, cluster, end)) return running.port
      continue // it was on its way out
    }
    const port = ports === 0 && former !== null ? former : await freePort()
    const said = await start(cluster, port, end)
    if (said === null) return port
    if (said.includes('could not bind') && ++ports < 5) continue
    // processes of a killed PostgreSQL take a moment to notice that it is gone
    if (!/lock file .* already exists|pre-existing shared memory/.test(said) || performance.now() > end)
      throw failure(cluster, said)
    await sleep(200)
  }
}

/** Stops it as one stops a service: what is under way is rolled back, what was promised is on the disk. */
export async function stopRunning(cluster: Cluster): Promise<void> {
  const running = findPostmaster(cluster.data)
  if (running === null) return
  for (const [signal, seconds] of [
    ['SIGINT', 60],
    ['SIGQUIT', 10], // it will recover at the next start
  ] as const) {
    await signalTo(cluster, running.pid, signal)
    const end = performance.now() + seconds * 1000
    while (performance.now() < end) {
      if (!isAlive(running.pid) || findPostmaster(cluster.data)?.pid !== running.pid) {
        await untilGone(running.pid)
        return
      }
      await sleep(20)
    }
  }
  throw new Error(`PostgreSQL (process ${running.pid}) of ${cluster.data} did not stop`)
}

/** Null once it is ready, else what it said before it ended. */
async function start(cluster: Cluster, port: number, end: number): Promise<string | null> {
  const { owner } = cluster.identity
  const log = openSync(cluster.log, 'a', 0o600)
  if (owner !== null) fchownSync(log, owner.uid, owner.gid)
  if (statSync(cluster.log).size > 10_000_000) truncateSync(cluster.log)
  const from = statSync(cluster.log).size
  const settings = [
    'listen_addresses=127.0.0.1',
    // no sockets: the path of a data folder may be longer than the 107 bytes that a socket's name can have
    'unix_socket_directories=',
    'log_timezone=UTC',
    'timezone=UTC',
    ...(cluster.durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ].flatMap(setting => ['-c', setting])
  const child = spawnAs(
    cluster.identity,
    cluster.binaries.postgres,
    ['-D', cluster.data, '-p', `${port}`, ...settings],
    {
      cwd: path.dirname(cluster.data),
      // a session of its own: Ctrl-C in the terminal is for the portal alone, which then stops PostgreSQL in order
      detached: true,
      stdio: ['ignore', log, log],
    },
  )
  closeSync(log)
  let ended = false
  child.once('exit', () => {
    ended = true
  })
  child.once('error', () => {
    ended = true
  })
  const ready = await isReady(child.pid ?? 0, cluster, end, () => ended)
  child.unref()
  return ready ? null : readFileSync(cluster.log).subarray(from).toString()
}

/** False where the process ended first. Throws ClearError where it is not ready in time. */
async function isReady(
  pid: number,
  cluster: Cluster,
  end: number,
  ended = () => !isAlive(pid),
): Promise<boolean> {
  while (performance.now() < end) {
    const file = readPidFile(cluster.data)
    if (file?.pid === pid && file.status === 'ready') return true
    if (ended()) return false
    await sleep(20)
  }
  throw new ClearError(
    `PostgreSQL was not ready after ${recoverySeconds} seconds: look into ${cluster.log}, wait until it has recovered, and start again`,
  )
}

function failure(cluster: Cluster, said: string): Error {
  const folder = path.dirname(cluster.data)
  const { bavail, bsize } = statfsSync(folder)
  // on a full disk not even the reason may find its place in the log
  const known = explained(folder, bavail * bsize < 1_000_000 ? 'ENOSPC' : said)
  const reason = /(?:FATAL|PANIC|error): +(.*)/.exec(said)?.[1] ?? said.trim().split('\n').at(-1)
  return known ?? new ClearError(`PostgreSQL did not start (${reason}): look into ${cluster.log}`)
}

function freePort(): Promise<number> {
  const server = net.createServer()
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

async function signalTo(cluster: Cluster, pid: number, signal: 'SIGINT' | 'SIGQUIT'): Promise<void> {
  if (process.platform !== 'win32') {
    process.kill(pid, signal)
    return
  }
  // Windows knows no signals; PostgreSQL has its own there
  const child = spawnAs(cluster.identity, cluster.binaries.pgCtl, ['kill', signal.slice(3), `${pid}`], {
    stdio: 'ignore',
  })
  await new Promise(resolve => child.once('exit', resolve).once('error', resolve))
}

/** The last breath between removing its file and leaving; a zombie that nobody collects must not hold us. */
async function untilGone(pid: number): Promise<void> {
  for (let tries = 0; tries < 100 && isAlive(pid); tries++) await sleep(10)
}
