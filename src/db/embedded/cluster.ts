/**
 * The cluster's folder, `<dataDir>/postgres`: `cluster/` is PostgreSQL's own, `password` is ours alone, `log` is what
 * PostgreSQL says. It comes into being in one step, by a rename, so a making that was cut short leaves no half.
 */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chown, mkdir, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ClearError } from '../clear-error.ts'
import { type Binaries, findBinaries, majorOf } from './binaries.ts'
import { clearly } from './faults.ts'
import { chooseIdentity, type Identity, spawnAs } from './identity.ts'

export interface Cluster {
  /** PostgreSQL's data directory, links resolved. */
  data: string
  log: string
  password: string
  binaries: Binaries
  identity: Identity
  /** False for tests alone: nothing is flushed to the disk. */
  durable: boolean
}

/** Finds the cluster of the data folder, or makes it. Call it under the mutex. Throws ClearError. */
export async function prepareCluster(dataDir: string, durable: boolean): Promise<Cluster> {
  const folder = path.join(dataDir, 'postgres')
  const binaries = await findBinaries()
  const identity = await chooseIdentity(binaries.postgres, dataDir, folder)
  await clearly(dataDir, async () => {
    await removeHalves(dataDir)
    if (!existsSync(folder)) await makeCluster(dataDir, folder, binaries, identity, durable)
    await giveTo(identity, folder)
  })
  const data = path.join(folder, 'cluster')
  await refuseOtherMajor(data, await majorOf(binaries))
  const password = await clearly(folder, () => readFile(path.join(folder, 'password'), 'utf8'))
  return {
    data: await realpath(data),
    log: path.join(folder, 'log'),
    password: password.trim(),
    binaries,
    identity,
    durable,
  }
}

async function makeCluster(
  dataDir: string,
  folder: string,
  binaries: Binaries,
  identity: Identity,
  durable: boolean,
) {
  const making = path.join(dataDir, `postgres.making-${randomBytes(4).toString('hex')}`)
  await mkdir(making, { mode: 0o700 })
  try {
    await writeFile(path.join(making, 'password'), `${randomBytes(24).toString('hex')}\n`, {
      mode: 0o600,
      flush: true,
    })
    await giveTo(identity, making)
    await initdb(making, binaries, identity, durable)
    await rename(making, folder)
  } catch (error) {
    await rm(making, { recursive: true, force: true })
    throw error
  }
}

/**
 * The built-in C.UTF-8: it orders by code points and folds Ukrainian letters, the same on every machine and after
 * every update of its libraries, so indexes stay true. Ukrainian order is asked for by an ICU collation where wanted.
 */
async function initdb(
  making: string,
  binaries: Binaries,
  identity: Identity,
  durable: boolean,
): Promise<void> {
  const child = spawnAs(
    identity,
    binaries.initdb,
    [
      `--pgdata=${path.join(making, 'cluster')}`,
      '--username=kabinet',
      `--pwfile=${path.join(making, 'password')}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ],
    { cwd: making, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let said = ''
  child.stderr?.on('data', chunk => {
    said += chunk
  })
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve))
  if (code !== 0) throw new Error(said.trim() || `initdb ended with ${code}`)
}

/** What earlier makings left that were killed half-way. */
async function removeHalves(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir))
    if (name.startsWith('postgres.making-'))
      await rm(path.join(dataDir, name), { recursive: true, force: true })
}

/** Only root can give files away; for others they are theirs already. */
async function giveTo({ owner }: Identity, folder: string): Promise<void> {
  if (owner === null || (await stat(folder)).uid === owner.uid) return
  for (const name of await readdir(folder, { recursive: true }))
    await chown(path.join(folder, name), owner.uid, owner.gid).catch(() => {}) // a file that vanished meanwhile
  await chown(folder, owner.uid, owner.gid) // last: it is the sign that all is given
}

async function refuseOtherMajor(data: string, ours: number): Promise<void> {
  const text = await readFile(path.join(data, 'PG_VERSION'), 'utf8').catch(
    (error: NodeJS.ErrnoException) => error,
  )
  const folder = path.dirname(data)
  if (text instanceof Error) {
    if (text.code === 'EACCES')
      throw new ClearError(
        `${folder} belongs to another user: start the portal as its owner, or give the folder to this user with chown -R`,
      )
    throw new ClearError(
      `${folder} holds no PostgreSQL cluster: move that folder away, and the next start makes a new one`,
    )
  }
  if (Number(text) !== ours)
    throw new ClearError(
      `${folder} was made by PostgreSQL ${text.trim()}, and this version of the portal brings PostgreSQL ${ours}: dump it with the old version (pg_dump) and load it here, or move the folder away to begin anew`,
    )
}
