import type { Sql } from '../db/connection.ts'
import type { Clock } from '../domain/clock.ts'

/** What an import has to know of the supplier, as its `supplier.toml` says it. */
export interface BillingSupplier {
  accounts: { number_pattern: string }
  billing: { payments_register: boolean }
}

export interface ImportOptions {
  sql: Sql
  /** Paths, in any order: accounts are taken in first, then charges, then payments. */
  files: readonly string[]
  supplier: BillingSupplier
  clock: Clock
  /** Checks everything and changes nothing. */
  dryRun?: boolean
  onProgress?: (progress: Progress) => void
}

/** Where an import is. */
export type Progress =
  | { step: 'waiting' }
  | { step: 'reading' | 'checking' | 'publishing'; file: string }
  | { step: 'rows'; file: string; rows: number }
