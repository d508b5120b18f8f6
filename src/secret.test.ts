import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readConfig } from './config.ts'
import { loadSecret } from './secret.ts'

function demo() {
  const folder = mkdtempSync(path.join(tmpdir(), 'kabinet-secret-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return { folder, config: readConfig({ KABINET_DATA_DIR: folder }) }
}

test('the demo’s secret is made once, for its owner alone, and stays', () => {
  const { folder, config } = demo()
  const secret = loadSecret(config)
  expect(secret).toMatch(/^[0-9a-f]{64}$/)
  expect(loadSecret(config)).toBe(secret)
  expect(readdirSync(folder)).toEqual(['secret'])
  expect(statSync(path.join(folder, 'secret')).mode & 0o777).toBe(0o600)
})

test('an empty file is no secret, and says what to do', () => {
  const { folder, config } = demo()
  writeFileSync(path.join(folder, 'secret'), '')
  expect(() => loadSecret(config)).toThrow(/holds no secret: remove it/)
})

test('the setting goes before the file', () => {
  const secret = 's'.repeat(40)
  expect(loadSecret(readConfig({ KABINET_SECRET: secret }))).toBe(secret)
})
