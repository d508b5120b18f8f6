/** What is done to the embedded PostgreSQL by those who kill, race, share and move things. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { connect } from '../src/db/connection.ts'
import { openEmbedded } from '../src/db/embedded/embedded.ts'

const root = process.getuid?.() === 0
const linux = process.platform === 'linux'

async function folderFor() {
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
async function anotherUser(dataDir: string) {
  const script = fileURLToPath(new URL('database-user.ts', import.meta.url))
  const child = spawn(process.execPath, [script, dataDir], {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  })
  const said = await new Promise<string>(resolve =>
    child.stdout.once('data', chunk => resolve(String(chunk).trim())),
  )
  return { said, child, leave: () => ended(child, () => child.stdin.end()) }
}

function ended(child: ChildProcess, act: () => void): Promise<unknown> {
  const gone = child.exitCode !== null || child.signalCode !== null
  const end = gone ? Promise.resolve() : new Promise(resolve => child.once('exit', resolve))
  act()
  return end
}

/** Every process that works inside the folder, PostgreSQL's workers too. */
function postgresOf(dataDir: string): number[] {
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

function kill(pid: number) {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // it went by itself
  }
}

async function write(url: string, note: string) {
  const sql = connect(url, { max: 1 })
  await sql`create table if not exists notes (note text)`
  await sql`insert into notes values (${note})`
  await sql.end()
}

async function notes(url: string) {
  const sql = connect(url, { max: 1 })
  const rows = await sql<{ note: string }[]>`select note from notes order by note`
  await sql.end()
  return rows.map(({ note }) => note)
}

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
    await write(database.url, 'still served')
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
  await writeFile(
    path.join(cluster, 'postmaster.pid'),
    `${process.pid}\n${cluster}\n1\n5432\n\n127.0.0.1\n  1  1\nready\n`,
  )
  const again = await openEmbedded(given.dataDir)
  await write(again.url, 'kept')
  await again.close()
})

test('a making that was killed half-way is begun anew', async () => {
  await using given = await folderFor()
  const script = fileURLToPath(new URL('database-user.ts', import.meta.url))
  const child = spawn(process.execPath, [script, given.dataDir], { stdio: 'ignore', detached: true })
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
