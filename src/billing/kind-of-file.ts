import type { Db } from '../db/connection.ts'
import type { Changes, Fault } from './report.ts'

/** What checks and publishing go by besides the file. */
export interface Facts {
  /** A regular expression. */
  accountNumberPattern: string
  /** Whether the supplier sends a register of payments. */
  paymentsRegister: boolean
  now: Date
  /** The day in Kyiv, `YYYY-MM-DD`. */
  today: string
  /** The columns that the file has. */
  columns: readonly string[]
}

/**
 * What is done with one kind of file once its text is staged. Each part is a few statements over all rows, never a
 * loop over them.
 */
export interface KindOfFile {
  /** Turns the text into values (in `file_rows`) and puts what is wrong into `faults`. */
  check(db: Db, facts: Facts): Promise<void>
  /** The control sum, in kopiykas. */
  total(db: Db): Promise<bigint>
  /** Puts `file_rows` into the tables that people read. Runs inside of the one transaction that publishes. */
  publish(db: Db, importId: number, facts: Facts): Promise<Changes>
  /** What a person must look at in the published rows, in the order of the lines. */
  doubts?(db: Db): Promise<Fault[]>
}
