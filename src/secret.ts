import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Config } from './config.ts'
import { ClearError } from './db/clear-error.ts'

/** The key of every HMAC and cipher: the setting, or in demo mode one made once and kept in the data folder. */
export function loadSecret(config: Config): string {
  if (config.secret !== null) return config.secret
  const file = path.join(config.dataDir, 'secret')
  try {
    makeOnce(file)
    const secret = readFileSync(file, 'utf8')
    if (secret.length >= 32) return secret
  } catch (error) {
    const said = error instanceof Error ? error.message.split('\n')[0] : ''
    throw new ClearError(
      `The secret can't be kept in ${file} (${said}): make the folder writable, or set KABINET_SECRET`,
    )
  }
  throw new ClearError(`${file} holds no secret: remove it, and the next start makes a new one`)
}

/** Whole or not at all, and the first of two at once wins: the file gets its name only when it is filled. */
function makeOnce(file: string): void {
  mkdirSync(path.dirname(file), { recursive: true })
  const filled = `${file}.${process.pid}`
  writeFileSync(filled, randomBytes(32).toString('hex'), { mode: 0o600 })
  try {
    linkSync(filled, file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    rmSync(filled)
  }
}
