/**
 * The schema's history: plain SQL files `NNNN-name.sql`, forward only, each once and in a transaction of its own.
 * A file that has been applied is history: changed or gone, it is refused, for then nobody knows what stands.
 */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ClearError } from './clear-error.ts'
import type { Db, Sql } from './connection.ts'

/** The project's own; the same from src/db and, built, from dist/db. */
export const migrationsFolder = fileURLToPath(new URL('../../migrations', import.meta.url))

/** Names the lock under which one process migrates at a time; any number, but for ever the same. */
const migrationsLock = 7_204_153_001n

interface Migration {
  name: string
  hash: string
  statements: string
}

interface MigrateOptions {
  folder?: string
  /** Told of each file as it is applied. */
  log?: (line: string) => void
}

/**
 * Applies what is not applied yet; gives the names of what it applied. Two processes at once are safe: the second
 * waits and finds the work done. Throws ClearError where the files and the database's record of them part.
 */
export async function migrate(
  sql: Sql,
  { folder = migrationsFolder, log }: MigrateOptions = {},
): Promise<string[]> {
  const files = await readMigrations(folder)
  const lone = await sql.reserve()
  try {
    await lone`set statement_timeout = 0`
    await lone`select pg_advisory_lock(${migrationsLock})`
    const pending = comparedWithRecord(files, await readRecord(lone))
    for (const migration of pending) {
      await applyOne(lone, migration)
      log?.(`applied ${migration.name}`)
    }
    return pending.map(migration => migration.name)
  } finally {
    await lone`select pg_advisory_unlock_all()`.catch(() => {}) // a broken connection has let go by itself
    await lone`reset statement_timeout`.catch(() => {})
    lone.release()
  }
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.sql')).sort()
  const wrong = names.find(name => !/^\d{4}-[a-z0-9-]+\.sql$/.test(name))
  if (wrong !== undefined)
    throw new ClearError(`${path.join(folder, wrong)} must be named like 0001-accounts.sql: rename it`)
  const twin = names.find((name, index) => name.slice(0, 4) === names[index + 1]?.slice(0, 4))
  if (twin !== undefined)
    throw new ClearError(
      `Two migrations bear the number ${twin.slice(0, 4)} in ${folder}: renumber the newer`,
    )
  return Promise.all(
    names.map(async name => {
      const statements = await readFile(path.join(folder, name), 'utf8')
      // a checkout on Windows may have changed the line ends, which changes nothing
      const hash = createHash('sha256').update(statements.replaceAll('\r\n', '\n')).digest('hex')
      return { name, hash, statements }
    }),
  )
}

async function readRecord(sql: Db): Promise<Map<string, string>> {
  await sql`
    create table if not exists migrations (
      name text primary key,
      hash text not null,
      applied_at timestamptz not null default clock_timestamp()
    )`
  const rows = await sql<{ name: string; hash: string }[]>`select name, hash from migrations order by name`
  return new Map(rows.map(row => [row.name, row.hash]))
}

/** The files still to be applied, once all that were applied are seen to stand unchanged. */
function comparedWithRecord(files: Migration[], applied: Map<string, string>): Migration[] {
  const hashes = new Map(files.map(file => [file.name, file.hash]))
  for (const [name, hash] of applied) {
    const found = hashes.get(name)
    if (found === undefined)
      throw new ClearError(
        `The database has applied the migration ${name}, which this version lacks: start the newer version, or restore the file`,
      )
    if (found !== hash)
      throw new ClearError(
        `The migration ${name} was changed after this database applied it: restore the file, and write the change as a new migration`,
      )
  }
  const last = [...applied.keys()].at(-1) ?? ''
  const pending = files.filter(file => !applied.has(file.name))
  const late = pending.find(file => file.name < last)
  if (late !== undefined)
    throw new ClearError(
      `The migration ${late.name} stands before ${last}, which is applied already: renumber it after`,
    )
  return pending
}

async function applyOne(sql: Db, { name, hash, statements }: Migration): Promise<void> {
  await sql`begin`
  try {
    await sql.unsafe(statements)
    await sql`insert into migrations (name, hash) values (${name}, ${hash})`
    await sql`commit`
  } catch (error) {
    await sql`rollback`.catch(() => {}) // the first fault is the one to tell
    throw new Error(`The migration ${name} failed`, { cause: error })
  }
}
