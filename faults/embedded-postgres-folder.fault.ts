/** What the embedded PostgreSQL may find in its folder: another version, lies, halves, closed doors. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, cp, mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openEmbedded } from '../src/db/embedded/embedded.ts'
import { ended, folderFor, notes, userScript, write } from './data-folder.ts'

const root = process.getuid?.() === 0

test('a folder of another major is refused by both names, and left as it was', async () => {
  await using given = await folderFor()
  await (await openEmbedded(given.dataDir)).close()
  const version = path.join(given.dataDir, 'postgres/cluster/PG_VERSION')
  await writeFile(version, '16\n')
  await expect(openEmbedded(given.dataDir)).rejects.toThrow(/made by PostgreSQL 16, .* brings PostgreSQL 18/)
  await writeFile(version, '18\n')
  await (await openEmbedded(given.dataDir)).close()
})

test('a note of a process that is some other program by now does not block the start', async () => {
  await using given = await folderFor()
  await (await openEmbedded(given.dataDir)).close()
  const cluster = path.join(given.dataDir, 'postgres/cluster')
  const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
  await writeFile(
    path.join(cluster, 'postmaster.pid'),
    `${stranger.pid}\n${cluster}\n1\n5432\n\n127.0.0.1\n  1  1\nready\n`,
  )
  const again = await openEmbedded(given.dataDir)
  await write(again.url, 'kept')
  await again.close()
  expect(stranger.exitCode).toBeNull()
  await ended(stranger, () => stranger.kill())
})

test('a making that was killed half-way is begun anew', async () => {
  await using given = await folderFor()
  const child = spawn(process.execPath, [userScript, given.dataDir], { stdio: 'ignore', detached: true })
  while (!(await readdir(given.dataDir)).some(name => name.startsWith('postgres.making-')))
    await new Promise(resolve => setTimeout(resolve, 5))
  await ended(child, () => process.kill(-(child.pid ?? 0), 'SIGKILL'))
  expect(existsSync(path.join(given.dataDir, 'postgres'))).toBe(false)
  await (await openEmbedded(given.dataDir)).close()
  expect(await readdir(given.dataDir)).toEqual(['postgres'])
})

test.runIf(root)(
  'root starts it inside a folder that only root may enter, and owners stay as they were',
  async () => {
    await using given = await folderFor()
    await chmod(given.dataDir, 0o700)
    const dataDir = path.join(given.dataDir, 'deeper', 'data')
    const database = await openEmbedded(dataDir)
    await write(database.url, 'kept')
    expect((await stat(path.join(dataDir, 'postgres/cluster'))).uid).toBe(0)
    await database.close()
  },
)

test('a folder that is none, or that is no cluster, gets one clear line', async () => {
  await using given = await folderFor()
  const file = path.join(given.dataDir, 'file')
  await writeFile(file, '')
  await expect(openEmbedded(file)).rejects.toThrow(/is not a folder: /)
  await mkdir(path.join(given.dataDir, 'postgres'))
  await expect(openEmbedded(given.dataDir)).rejects.toThrow(/holds no PostgreSQL cluster: /)
})

test('a stopped cluster can be copied elsewhere and starts there', async () => {
  await using given = await folderFor()
  await using other = await folderFor()
  const first = await openEmbedded(given.dataDir)
  await write(first.url, 'kept')
  await first.close()
  await cp(given.dataDir, other.dataDir, { recursive: true })
  const copy = await openEmbedded(other.dataDir)
  expect(await notes(copy.url)).toEqual(['kept'])
  await copy.close()
})
