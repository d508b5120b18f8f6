import { rm } from 'node:fs/promises'
import path from 'node:path'
import { importFiles } from '../../billing/import.ts'
import { kinds } from '../../billing/report.ts'
import { ClearError } from '../../db/clear-error.ts'
import type { Sql } from '../../db/connection.ts'
import type { Supplier } from '../../supplier.ts'
import { demoPlaces } from './places.ts'
import { demoSize, writeDemoFiles } from './write.ts'

interface DemoLoad {
  sql: Sql
  supplier: Supplier
  dataDir: string
  say(line: string): void
}

/**
 * Fills a database with the demo supplier unless all its files are in already, so that a load that was cut off is
 * finished at the next start. Its billing files are written, and taken in as any others are.
 */
export async function loadDemoSupplier({ sql, supplier, dataDir, say }: DemoLoad): Promise<void> {
  const [found] = await sql<{ kinds: number }[]>`select count(distinct kind)::integer as kinds from imports`
  if (found?.kinds === kinds.length) return
  const { accounts, months } = demoSize
  say(`Loading the demo supplier: ${accounts.toLocaleString('en')} accounts × ${months} months…`)
  const folder = path.join(dataDir, 'demo-billing')
  const places = demoPlaces(supplier)
  const files = await writeDemoFiles({ out: folder, accounts, months, places, now: new Date() })
  const report = await importFiles({ sql, files, supplier, clock: () => new Date() })
  const refused = report.files.find(file => file.state === 'refused')
  if (refused !== undefined)
    throw new ClearError(
      `The demo supplier's ${refused.file} was refused: see why by npx kabinet import ${refused.file}`,
    )
  await rm(folder, { recursive: true })
}
