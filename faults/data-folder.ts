/** A data folder to do harm in: who uses it, what runs in it, what is written there. */
import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readlinkSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { connect } from '../src/db/connection.ts'

export const linux = process.platform === 'linux'

export const userScript = fileURLToPath(new URL('database-user.ts', import.meta.url))

/** A data folder of a test's own; whatever still runs in it at the end is killed. */
export async function folderFor() {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'kabinet-fault-'))
  return {
    dataDir,
    [Symbol.asyncDispose]: async () => {
      for (const pid of postgresOf(dataDir)) kill(pid)
      await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Another process on the same folder. */
export async function anotherUser(dataDir: string) {
  const child = spawn(process.execPath, [userScript, dataDir], {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  })
  const said = await new Promise<string>(resolve =>
    child.stdout.once('data', chunk => resolve(String(chunk).trim())),
  )
  return { said, child, leave: () => ended(child, () => child.stdin.end()) }
}

/** Acts, and waits until the process has gone. */
export function ended(child: ChildProcess, act: () => void): Promise<unknown> {
  const gone = child.exitCode !== null || child.signalCode !== null
  const end = gone ? Promise.resolve() : new Promise(resolve => child.once('exit', resolve))
  act()
  return end
}

/** Every process that works inside the folder, PostgreSQL's workers too. */
export function postgresOf(dataDir: string): number[] {
  if (!linux) return []
  return readdirSync('/proc')
    .map(Number)
    .filter(pid => {
      try {
        return pid > 0 && readlinkSync(`/proc/${pid}/cwd`).startsWith(dataDir)
      } catch {
        return false // gone meanwhile, or a thread of the kernel
      }
    })
}

export function kill(pid: number) {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // it went by itself
  }
}

/** Has the database keep a note; acknowledged when it returns. */
export async function write(url: string, note: string) {
  const sql = connect(url, { max: 1 })
  await sql`create table if not exists notes (note text)`
  await sql`insert into notes values (${note})`
  await sql.end()
}

export async function notes(url: string) {
  const sql = connect(url, { max: 1 })
  const rows = await sql<{ note: string }[]>`select note from notes order by note`
  await sql.end()
  return rows.map(({ note }) => note)
}
