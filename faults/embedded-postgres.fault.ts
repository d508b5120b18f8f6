/** What is done to the embedded PostgreSQL by those who kill, race and share it. */
import { readFileSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openEmbedded } from '../src/db/embedded/embedded.ts'
import { anotherUser, ended, folderFor, kill, linux, notes, postgresOf, write } from './data-folder.ts'

test('what was written is there after a restart, and no process is left between', async () => {
  await using given = await folderFor()
  const first = await openEmbedded(given.dataDir)
  await write(first.url, 'kept')
  await first.close()
  expect(postgresOf(given.dataDir)).toEqual([])
  const second = await openEmbedded(given.dataDir)
  expect(await notes(second.url)).toEqual(['kept'])
  await second.close()
})

test('the password is nobody else’s, and there is no entry without it', async () => {
  await using given = await folderFor()
  const database = await openEmbedded(given.dataDir)
  expect((await stat(path.join(given.dataDir, 'postgres', 'password'))).mode & 0o777).toBe(0o600)
  const url = new URL(database.url)
  url.password = 'guessed'
  await expect(notes(url.href)).rejects.toMatchObject({ code: '28P01' })
  await database.close()
})

test.runIf(linux)('what was acknowledged survives a kill -9 of every process of PostgreSQL', async () => {
  await using given = await folderFor()
  const user = await anotherUser(given.dataDir)
  for (let note = 0; note < 20; note++) await write(user.said, `note ${note}`)
  await ended(user.child, () => {
    user.child.kill('SIGKILL')
    for (const pid of postgresOf(given.dataDir)) kill(pid)
  })
  const again = await openEmbedded(given.dataDir)
  expect(await notes(again.url)).toHaveLength(20)
  await again.close()
})

test.runIf(linux)('a kill -9 of the postmaster alone does not keep the next start out', async () => {
  await using given = await folderFor()
  const user = await anotherUser(given.dataDir)
  await write(user.said, 'kept')
  kill(
    Number(readFileSync(path.join(given.dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0]),
  )
  const again = await openEmbedded(given.dataDir)
  expect(await notes(again.url)).toEqual(['kept'])
  expect(again.url).toBe(user.said)
  await user.leave()
  expect(user.child.exitCode).toBe(0)
  await again.close()
  expect(postgresOf(given.dataDir)).toEqual([])
})

test.runIf(linux)(
  'a PostgreSQL that was killed under a living portal comes back on the same address',
  async () => {
    await using given = await folderFor()
    const database = await openEmbedded(given.dataDir)
    const user = await anotherUser(given.dataDir)
    await write(database.url, 'kept')
    for (const pid of postgresOf(given.dataDir)) kill(pid)
    await expect.poll(() => notes(database.url).catch(() => []), { timeout: 20_000 }).toEqual(['kept'])
    await user.leave()
    // whoever was not back in yet when the other left starts it once more
    await expect.poll(() => notes(database.url).catch(() => []), { timeout: 20_000 }).toEqual(['kept'])
    await database.close()
    expect(postgresOf(given.dataDir)).toEqual([])
  },
)

test('a PostgreSQL whose portal was killed is found again, and stopped by its new user', async () => {
  await using given = await folderFor()
  const user = await anotherUser(given.dataDir)
  await write(user.said, 'kept')
  await ended(user.child, () => user.child.kill('SIGKILL'))
  const again = await openEmbedded(given.dataDir)
  expect(again.url).toBe(user.said)
  expect(await notes(again.url)).toEqual(['kept'])
  await again.close()
  expect(postgresOf(given.dataDir)).toEqual([])
})

test('five first starts at once share one cluster', async () => {
  await using given = await folderFor()
  const users = await Promise.all(Array.from({ length: 5 }, () => anotherUser(given.dataDir)))
  expect(new Set(users.map(user => user.said)).size).toBe(1)
  expect(users[0]?.said).toMatch(/^postgres:/)
  await write(users[4]?.said ?? '', 'kept')
  await Promise.all(users.map(user => user.leave()))
  expect(postgresOf(given.dataDir)).toEqual([])
})

test('the last one out stops it, whoever started it', async () => {
  await using given = await folderFor()
  const first = await openEmbedded(given.dataDir)
  const user = await anotherUser(given.dataDir)
  await first.close()
  await write(user.said, 'still served')
  await user.leave()
  expect(postgresOf(given.dataDir)).toEqual([])
})

test('Ctrl-C in the terminal leaves PostgreSQL to the portal', async () => {
  await using given = await folderFor()
  const user = await anotherUser(given.dataDir)
  process.kill(-(user.child.pid ?? 0), 'SIGINT') // to all of the terminal's group, as the terminal does
  await new Promise(resolve => setTimeout(resolve, 500))
  await write(user.said, 'still served')
  const log = await readFile(path.join(given.dataDir, 'postgres/log'), 'utf8')
  expect(log).not.toContain('shutdown request')
  await user.leave()
})

test('comers and goers at once never find it stopped under them', async () => {
  await using given = await folderFor()
  const visit = async () => {
    const database = await openEmbedded(given.dataDir)
    await write(database.url, 'visited')
    await database.close()
  }
  await Promise.all(Array.from({ length: 12 }, visit))
  expect(postgresOf(given.dataDir)).toEqual([])
})
