/** Connections to PostgreSQL: how its types come out, and how long anything may take. */
import postgres from 'postgres'
import type { Sql } from './sql.ts'
import { endingWithTheConnection } from './transactions.ts'

export type { Db, Sql, Transaction } from './sql.ts'

export interface ConnectOptions {
  /** Connections at most; 10 unless told. */
  max?: number
  /** What pg_stat_activity shows. */
  applicationName?: string
  /** Seconds that one statement may take; 0 is without end. */
  statementTimeout?: number
}

/**
 * A pool on the database of the address; it connects at the first statement.
 *
 * bigint ↔ `bigint`; date ↔ text 'YYYY-MM-DD', for a day has no time zone; timestamptz ↔ `Date`; numeric → text,
 * so that nothing passes through a float. Columns come out in camelCase, and the keys of `sql(object)` go in as
 * snake_case.
 */
export function connect(url: string, options: ConnectOptions = {}): Sql {
  const sql = postgres(url, {
    max: options.max ?? 10,
    connect_timeout: 10,
    onnotice: () => {},
    connection: {
      TimeZone: 'UTC', // what a date means must not depend on the server's settings
      application_name: options.applicationName ?? 'kabinet',
      statement_timeout: (options.statementTimeout ?? 30) * 1000,
      // a process that hangs in the middle of a transaction must not hold its locks for ever
      idle_in_transaction_session_timeout: 60_000,
    },
    transform: { column: { from: postgres.toCamel, to: postgres.fromCamel } },
    types: {
      bigint: postgres.BigInt,
      day: { to: 1082, from: [1082], serialize: (day: string) => day, parse: (day: string) => day },
    },
  })
  sql.begin = endingWithTheConnection(sql.begin) as Sql['begin'] // both of its shapes end in the body
  return sql
}
