/** PostgreSQL's own note of its running process, postmaster.pid, and whether it can be believed. */
import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'

interface PidFile {
  pid: number
  port: number
  /** starting, stopping, ready or standby. */
  status: string
}

/** No process can have this number, and PostgreSQL reads it as one that is gone. */
const nobodysPid = 2_147_483_647

/** The note as it stands, whoever the process may be by now; null where there is none, or not all of it yet. */
export function readPidFile(data: string): PidFile | null {
  try {
    const lines = readFileSync(fileOf(data), 'utf8').split('\n')
    const pid = Number(lines[0])
    return pid > 0 ? { pid, port: Number(lines[3]), status: lines[7]?.trim() ?? '' } : null
  } catch {
    return null
  }
}

/**
 * The living PostgreSQL of this data directory, or null. A note left by a crash may by now name some other program
 * (the machine was restarted, numbers are used again), which would keep PostgreSQL from starting: its number is then
 * struck out. The rest of the note stays, for PostgreSQL sees by it whether parts of the old one still run.
 */
export function findPostmaster(data: string): PidFile | null {
  const file = readPidFile(data)
  if (file === null || !isAlive(file.pid)) return null
  if (isPostmasterOf(file.pid, data)) return file
  const text = readFileSync(fileOf(data), 'utf8')
  writeFileSync(fileOf(data), text.replace(/^\d+/, `${nobodysPid}`))
  return null
}

/** Where it listened when it last ran, by the note of its own last start; null where it never ran. */
export function formerPort(data: string): number | null {
  try {
    const port = /"-p" "(\d+)"/.exec(readFileSync(path.join(data, 'postmaster.opts'), 'utf8'))?.[1]
    return port === undefined ? null : Number(port)
  } catch {
    return null
  }
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function isPostmasterOf(pid: number, data: string): boolean {
  try {
    // PostgreSQL's processes work inside their data directory
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === data
    if (process.platform === 'win32')
      return execFileSync('tasklist', ['/fi', `pid eq ${pid}`]).includes('postgres')
    return execFileSync('ps', ['-o', 'args=', '-p', `${pid}`]).includes(data)
  } catch {
    return false
  }
}

function fileOf(data: string): string {
  return path.join(data, 'postmaster.pid')
}
