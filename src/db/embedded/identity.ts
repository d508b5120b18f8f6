/**
 * As whom PostgreSQL runs. It refuses root, and the portal is often started as root (a container, a small server); so
 * it is then given another name. The first way makes no user and changes no owner: a user namespace in which root
 * bears the number of an ordinary user, so that it still reaches whatever root owns, even inside a folder that only
 * root may enter.
 */
import { type SpawnOptions, spawn } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ClearError } from '../clear-error.ts'

export interface Identity {
  /** Who must own the cluster's files; null: they are ours already. */
  owner: { uid: number; gid: number } | null
  /** What stands before the command. */
  prefix: string[]
}

const ourselves: Identity = { owner: null, prefix: [] }

/**
 * The first identity that can run the program and use the folder. Throws ClearError where there is none.
 * `cluster` is where the cluster stands, if it does: whoever owns it is tried first.
 */
export async function chooseIdentity(program: string, folder: string, cluster: string): Promise<Identity> {
  const root = process.getuid?.() === 0
  if (!root && hasName()) return ourselves
  for (const identity of root ? forRoot(folder, cluster) : renamed(null))
    if (await reaches(identity, program, folder)) return identity
  throw new ClearError(
    root
      ? `PostgreSQL does not run as root, this machine forbids unshare --user, and neither the user postgres nor nobody reaches both ${folder} and ${path.dirname(program)}: start the portal as an ordinary user, or set DATABASE_URL`
      : `PostgreSQL does not run as user ${process.getuid?.()}, who has no name on this machine: add that user to /etc/passwd, or set DATABASE_URL`,
  )
}

/** Starts a program under the identity, with an environment in which no setting of another PostgreSQL interferes. */
export function spawnAs(identity: Identity, program: string, args: string[], options: SpawnOptions) {
  const [command = program, ...rest] = [...identity.prefix, program, ...args]
  const other = identity.prefix.length === 0 && identity.owner !== null ? identity.owner : {}
  return spawn(command, rest, { ...options, ...other, env: environment() })
}

function environment(): NodeJS.ProcessEnv {
  // biome-ignore lint/style/noProcessEnv: it is passed on to a program of the system, not read as a setting
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name))
  return { ...Object.fromEntries(kept), LC_ALL: 'C' }
}

function forRoot(folder: string, cluster: string): Identity[] {
  const { uid, gid } = statSync(cluster, { throwIfNoEntry: false }) ?? statSync(folder)
  return [
    ...(uid === 0 ? [] : [{ owner: { uid, gid }, prefix: [] }]),
    ...renamed({ uid: 0, gid: 0 }),
    ...['postgres', 'nobody'].flatMap(name => {
      const owner = userNamed(name)
      return owner === null ? [] : [{ owner, prefix: [] }]
    }),
  ]
}

/** initdb wants a number that has a name, and every Linux has nobody; elsewhere there are no user namespaces. */
function renamed(owner: Identity['owner']): Identity[] {
  const nobody = process.platform === 'linux' ? userNamed('nobody') : null
  return nobody === null ? [] : [{ owner, prefix: ['unshare', '--user', `--map-user=${nobody.uid}`, '--'] }]
}

/** A container may run us under a number that stands nowhere. */
function hasName(): boolean {
  try {
    return os.userInfo().username !== ''
  } catch {
    return false
  }
}

function userNamed(name: string): { uid: number; gid: number } | null {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  const [, , uid, gid] = lines.find(line => line.startsWith(`${name}:`))?.split(':') ?? []
  return uid === undefined || gid === undefined ? null : { uid: Number(uid), gid: Number(gid) }
}

/** In a namespace we must own the folder to write there; another user only has to come through to its own in it. */
function reaches(identity: Identity, program: string, folder: string): Promise<boolean> {
  const access = identity.prefix.length > 0 ? '-w' : '-x'
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
