import { accessSync, constants, statfsSync } from 'node:fs'
import os from 'node:os'

const memory = '/dev/shm'
const enough = 2 * 1024 ** 3

/**
 * Where the tests' databases stand: in memory where the machine offers it and has room, for there a database is made
 * in a twentieth of the time; else in the folder for temporary files.
 */
export function folderForDatabases(): string {
  try {
    accessSync(memory, constants.W_OK)
    const { bavail, bsize } = statfsSync(memory)
    return bavail * bsize > enough ? memory : os.tmpdir()
  } catch {
    return os.tmpdir() // not a Linux, or not ours
  }
}
