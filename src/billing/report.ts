import type { Kopiykas } from '../domain/money.ts'
import type { billing } from '../texts/uk/billing.ts'

/** The three kinds of billing files, in the order in which they are taken in. */
export const kinds = ['accounts', 'charges', 'payments'] as const
export type Kind = (typeof kinds)[number]

export type Reason = keyof typeof billing.reasons

/** Why a file is refused: the place, what stands there, and what is wrong with it. */
export interface Fault {
  /** The line of the file, where the header is line 1; 0 is the file as a whole. */
  line: number
  /** The column's name, or '' where no one column is to blame. */
  field: string
  value: string
  reason: Reason
  /** What should stand there, where that is known: a sum such as `71.68`, a list of columns. */
  expected: string
}

/** What a file changed. */
export interface Changes {
  added: number
  changed: number
  /** Portal payments that are posted now, since the billing shows that it knows of them. */
  posted: number
}

export type FileState =
  /** Taken in. */
  | 'published'
  /** A dry run: it would have been taken in. */
  | 'checked'
  /** The very file that was taken in last. */
  | 'unchanged'
  | 'refused'
  /** Not looked at, since a file before it was refused. */
  | 'skipped'

export interface FileReport {
  file: string
  kind: Kind | null
  state: FileState
  encoding: string
  delimiter: string
  /** Some of its words with Ukrainian letters, for a person to see that the encoding was found right. */
  samples: string[]
  rows: number
  /** Charges and payments: the sum of SUMA. */
  total: Kopiykas
  changes: Changes
  /** The first faults, in the order of the lines. */
  faults: Fault[]
  faultCount: number
  /** What a person must look at though the file was not refused for it, in the order of the lines; the first of them. */
  doubts: Fault[]
  doubtCount: number
}

export interface ImportReport {
  dryRun: boolean
  /** Whether no file was refused. */
  accepted: boolean
  files: FileReport[]
}

/** So many faults of a file are told one by one; the rest is counted. */
export const faultsTold = 1000
