import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { freshDatabase } from '../../test/database.ts'
import { ClearError } from './clear-error.ts'
import { connect } from './connection.ts'
import { migrate, migrationsFolder } from './migrations.ts'

const town = { '0001-town.sql': 'create table town (name text); insert into town values (1);' }

async function setting(files: Record<string, string>) {
  const database = await freshDatabase({ empty: true })
  const folder = await mkdtemp(path.join(os.tmpdir(), 'kabinet-migrations-'))
  const write = async (more: Record<string, string>) => {
    for (const [name, text] of Object.entries(more)) await writeFile(path.join(folder, name), text)
  }
  await write(files)
  return {
    ...database,
    folder,
    write,
    [Symbol.asyncDispose]: async () => {
      await database.close()
      await rm(folder, { recursive: true })
    },
  }
}

test('the project’s own migrations make the schema from nothing, and a second run changes nothing', async () => {
  await using given = await setting({})
  const applied = await migrate(given.sql, { folder: migrationsFolder })
  expect(applied[0]).toBe('0001-addresses-and-accounts.sql')
  expect(await migrate(given.sql, { folder: migrationsFolder })).toEqual([])
})

test('a new file alone is applied, and told of', async () => {
  await using given = await setting(town)
  await migrate(given.sql, { folder: given.folder })
  await given.write({ '0002-street.sql': 'create table street (name text)' })
  const told: string[] = []
  await migrate(given.sql, { folder: given.folder, log: line => told.push(line) })
  expect(told).toEqual(['applied 0002-street.sql'])
})

test('an applied file that was changed is refused by name', async () => {
  await using given = await setting(town)
  await migrate(given.sql, { folder: given.folder })
  await given.write({ '0001-town.sql': 'create table town (name text, id integer)' })
  const again = migrate(given.sql, { folder: given.folder })
  await expect(again).rejects.toThrow(ClearError)
  await expect(again).rejects.toThrow('0001-town.sql was changed')
})

test('other line ends are no change', async () => {
  await using given = await setting({ '0001-town.sql': 'create table town\n(name text)' })
  await migrate(given.sql, { folder: given.folder })
  await given.write({ '0001-town.sql': 'create table town\r\n(name text)' })
  expect(await migrate(given.sql, { folder: given.folder })).toEqual([])
})

test('an applied file that is gone, and a file that comes too late, are refused', async () => {
  await using given = await setting({ ...town, '0002-street.sql': 'select 1' })
  await migrate(given.sql, { folder: given.folder })
  await rm(path.join(given.folder, '0001-town.sql'))
  await expect(migrate(given.sql, { folder: given.folder })).rejects.toThrow(
    '0001-town.sql, which this version lacks',
  )
  await given.write({ ...town, '0000-land.sql': 'select 1' })
  await expect(migrate(given.sql, { folder: given.folder })).rejects.toThrow('renumber')
})

test('a file that fails leaves nothing of itself, and the pool usable', async () => {
  await using given = await setting({
    ...town,
    '0002-wrong.sql': 'create table half (id integer); select 1/0',
  })
  await expect(migrate(given.sql, { folder: given.folder })).rejects.toThrow('0002-wrong.sql failed')
  const [row] =
    await given.sql`select to_regclass('half') as half, (select count(*) from migrations) as applied`
  expect(row).toEqual({ half: null, applied: 1n })
})

test('a file whose record fails leaves nothing either', async () => {
  const forgetful = 'create table half (id integer); alter table migrations add check (name = hash)'
  await using given = await setting({ '0001-forgetful.sql': forgetful })
  await expect(migrate(given.sql, { folder: given.folder })).rejects.toThrow('0001-forgetful.sql failed')
  const [row] = await given.sql`select to_regclass('half') as half`
  expect(row).toEqual({ half: null })
})

test('two at once apply each file once', async () => {
  await using given = await setting({
    '0001-town.sql': 'select pg_sleep(0.2); create table town (name text)',
  })
  const other = connect(given.url)
  const applied = await Promise.all([given.sql, other].map(sql => migrate(sql, { folder: given.folder })))
  expect(applied.flat()).toEqual(['0001-town.sql'])
  await other.end()
})
