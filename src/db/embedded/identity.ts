/**
 * As whom PostgreSQL runs. It refuses root, and the portal is often started as root (a container, a small server); so
 * it is then given another name. The first way makes no user and changes no owner: a user namespace in which root is
 * called 1000, so that it still reaches whatever root owns, even inside a folder that only root may enter.
 */
import { type SpawnOptions, spawn } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { ClearError } from '../clear-error.ts'

export interface Identity {
  /** Who must own the cluster's files; null: whoever we are. */
  owner: { uid: number; gid: number } | null
  /** What stands before the command. */
  prefix: string[]
}

const ourselves: Identity = { owner: null, prefix: [] }
const renamedRoot: Identity = {
  owner: { uid: 0, gid: 0 },
  prefix: ['unshare', '--user', '--map-user=1000', '--'],
}

/**
 * The first identity that can run the program and reach the folder. Throws ClearError where root finds none.
 * `cluster` is where the cluster stands, if it does: whoever owns it is tried first.
 */
export async function chooseIdentity(program: string, folder: string, cluster: string): Promise<Identity> {
  if (process.getuid?.() !== 0) return ourselves
  const owner = statSync(cluster, { throwIfNoEntry: false })
  const candidates = [
    ...(owner !== undefined && owner.uid !== 0 ? [lesser(owner.uid, owner.gid)] : []),
    renamedRoot,
    ...['postgres', 'nobody'].flatMap(userNamed),
  ]
  for (const identity of candidates) if (await reaches(identity, program, folder)) return identity
  throw new ClearError(
    `PostgreSQL does not run as root, this machine forbids unshare --user, and neither postgres nor nobody may enter ${folder} and ${path.dirname(program)}: start the portal as an ordinary user, or set DATABASE_URL`,
  )
}

/** Starts a program under the identity, with an environment in which no setting of another PostgreSQL interferes. */
export function spawnAs(identity: Identity, program: string, args: string[], options: SpawnOptions) {
  const [command = program, ...rest] = [...identity.prefix, program, ...args]
  const other = identity.prefix.length === 0 && identity.owner !== null ? identity.owner : {}
  return spawn(command, rest, { ...options, ...other, env: environment() })
}

function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name))
  return { ...Object.fromEntries(kept), LC_ALL: 'C' }
}

function lesser(uid: number, gid: number): Identity {
  return { owner: { uid, gid }, prefix: [] }
}

function userNamed(name: string): Identity[] {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find(entry => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid === undefined || gid === undefined ? [] : [lesser(Number(uid), Number(gid))]
}

/** Root in a namespace must own the folder to write there; another user only has to come through to its own in it. */
function reaches(identity: Identity, program: string, folder: string): Promise<boolean> {
  const access = identity === renamedRoot ? '-w' : '-x'
  const script = `"$1" --version && test ${access} "$2"`
  const child = spawnAs(identity, '/bin/sh', ['-c', script, 'sh', program, folder], {
    stdio: 'ignore',
    cwd: '/',
  })
  return new Promise(resolve => {
    child.once('error', () => resolve(false))
    child.once('exit', code => resolve(code === 0))
  })
}
