import { rm } from 'node:fs/promises'
import path from 'node:path'
import { importFiles } from '../../billing/import.ts'
import type { Sql } from '../../db/connection.ts'
import type { Supplier } from '../../supplier.ts'
import { writeDemoFiles } from './write.ts'

interface DemoLoad {
  sql: Sql
  supplier: Supplier
  dataDir: string
  say(line: string): void
}

/** Fills an empty database with the demo supplier: its billing files are written, and taken in as any others are. */
export async function loadDemoSupplier({ sql, supplier, dataDir, say }: DemoLoad): Promise<void> {
  const [empty] = await sql<{ empty: boolean }[]>`select not exists (select from accounts) as empty`
  if (!empty?.empty) return
  say('Loading the demo supplier: 2,000 accounts × 36 months…')
  const folder = path.join(dataDir, 'demo-billing')
  const files = await writeDemoFiles({ out: folder, accounts: 2000, months: 36, now: new Date() })
  await importFiles({ sql, files, supplier, clock: () => new Date() })
  await rm(folder, { recursive: true })
}
