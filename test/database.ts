/** A database of a test file's own, copied from the template with every migration applied. */
import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { connect, type Sql } from '../src/db/connection.ts'

export interface FreshDatabase {
  sql: Sql
  url: string
  close(): Promise<void>
}

/** `empty`: without the migrations. */
export async function freshDatabase({ empty = false } = {}): Promise<FreshDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`
  await onCluster(
    sql =>
      sql`create database ${sql(name)} template ${sql(empty ? 'template1' : 'kabinet')} strategy file_copy`,
  )
  const url = new URL(inject('postgresUrl'))
  url.pathname = name
  const sql = connect(url.href)
  return {
    sql,
    url: url.href,
    close: async () => {
      await sql.end({ timeout: 5 })
      await onCluster(admin => admin`drop database ${admin(name)} with (force)`)
    },
  }
}

/** Opens every connection of the pool, so that what is sent at once also runs at once. */
export async function openConnections(sql: Sql): Promise<void> {
  await Promise.all(Array.from({ length: sql.options.max }, () => sql`select pg_sleep(0.1)`))
}

async function onCluster(statement: (sql: Sql) => Promise<unknown>): Promise<void> {
  const url = new URL(inject('postgresUrl'))
  url.pathname = 'postgres'
  const sql = connect(url.href, { max: 1 })
  try {
    await statement(sql)
  } finally {
    await sql.end()
  }
}
