/** Starts the portal once for all journeys, as a newcomer would, on a port and a data folder of its own. */
import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { freePort, startPortal } from './portal.ts'
import { folderForDatabases } from './temporary-folder.ts'

declare module 'vitest' {
  interface ProvidedContext {
    portal: string
  }
}

export default async function portalForJourneys(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(path.join(folderForDatabases(), 'kabinet-journeys-'))
  const portal = await startPortal({
    KABINET_DATA_DIR: dataDir,
    KABINET_PORT: String(await freePort()),
    // all journeys come from one address
    KABINET_SMS_PER_ADDRESS_HOUR: '10000',
    KABINET_SMS_PER_HOUR: '10000',
  })
  project.provide('portal', portal.url)
  return async () => {
    await portal.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
