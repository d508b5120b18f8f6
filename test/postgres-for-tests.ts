/**
 * One PostgreSQL for the whole run, in a temporary folder, with a template that has every migration applied.
 * Vitest calls this once a project; all projects of a run share the one.
 */
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { connect } from '../src/db/connection.ts'
import { openEmbedded } from '../src/db/embedded/embedded.ts'
import { isAlive } from '../src/db/embedded/pid-file.ts'
import { migrate } from '../src/db/migrations.ts'
import { folderForDatabases } from './temporary-folder.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
  }
}

interface Shared {
  cluster: ReturnType<typeof startCluster>
  users: number
}

/** Kept on the process, for every project loads this module anew. */
declare global {
  var kabinetCluster: Shared | undefined
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  globalThis.kabinetCluster ??= { cluster: startCluster(), users: 0 }
  const shared = globalThis.kabinetCluster
  shared.users++
  const { url, stop } = await shared.cluster
  project.provide('postgresUrl', url)
  return async () => {
    shared.users--
    if (shared.users > 0) return
    globalThis.kabinetCluster = undefined
    await stop()
  }
}

async function startCluster() {
  await removeLeftovers()
  const folder = await mkdtemp(path.join(folderForDatabases(), `kabinet-test-${process.pid}-`))
  const embedded = await openEmbedded(folder, { durable: false })
  const sql = connect(embedded.url, { max: 1 })
  await migrate(sql)
  await sql.end()
  return {
    url: embedded.url,
    stop: async () => {
      await embedded.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** What runs left behind that were killed before they could stop their PostgreSQL. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(folderForDatabases())) {
    const pid = Number(/^kabinet-test-(\d+)-/.exec(name)?.[1])
    if (!(pid > 0) || isAlive(pid)) continue
    const folder = path.join(folderForDatabases(), name)
    await openEmbedded(folder, { durable: false }).then(
      left => left.close(),
      () => {}, // it isn't even a cluster
    )
    await rm(folder, { recursive: true, force: true })
  }
}
