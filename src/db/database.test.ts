import { expect, inject, test } from 'vitest'
import { ClearError } from './clear-error.ts'
import { openDatabase } from './database.ts'

const dataDir = '/nowhere' // not touched where an address is given

function address(change: (url: URL) => void) {
  const url = new URL(inject('postgresUrl'))
  change(url)
  return url.href
}

async function fault(databaseUrl: string): Promise<string> {
  const error: unknown = await openDatabase({ databaseUrl, dataDir }).catch(error => error)
  expect(error).toBeInstanceOf(ClearError)
  return error instanceof ClearError ? error.message : ''
}

test('a server of one’s own is taken as it is, and left running', async () => {
  const databaseUrl = inject('postgresUrl')
  const database = await openDatabase({ databaseUrl, dataDir })
  expect(database).toMatchObject({ url: databaseUrl, embedded: false })
  await database.close()
  await (await openDatabase({ databaseUrl, dataDir })).close()
})

test('a wrong password is told without the password', async () => {
  const message = await fault(
    address(url => {
      url.password = 'topsecret'
    }),
  )
  expect(message).toMatch(/refused the user kabinet: check /)
  expect(message).not.toContain('topsecret')
})

test('a database that does not exist is named', async () => {
  const message = await fault(
    address(url => {
      url.pathname = 'nowhere'
    }),
  )
  expect(message).toMatch(/has no database nowhere: create it/)
})

test('a server that does not answer is named by its host and port', async () => {
  const message = await fault('postgres://kabinet:topsecret@127.0.0.1:1/kabinet')
  expect(message).toBe(
    'No PostgreSQL answers at 127.0.0.1:1 (ECONNREFUSED): start it, or correct DATABASE_URL',
  )
})
