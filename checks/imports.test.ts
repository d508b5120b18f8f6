import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Each rule of the house, a file that breaks it, and what that file imports. */
const planted: [rule: string, file: string, imports: string][] = [
  ['no-circles', 'src/people/planted-circle.ts', './planted-circle.ts'],
  ['ground-imports-ground', 'src/web/planted-ground.ts', '../people/sessions.ts'],
  ['middle-imports-down', 'src/people/planted-middle.ts', '../app.ts'],
  ['domain-imports-nobody', 'src/domain/planted-domain.ts', '../routes.ts'],
  ['domain-does-nothing', 'src/domain/planted-system.ts', 'node:fs'],
  ['domain-does-nothing', 'src/domain/planted-library.ts', 'zod'],
  ['db-and-web-know-no-field', 'src/db/planted-field.ts', '../domain/money.ts'],
  ['texts-are-words', 'src/texts/planted-words.ts', '../routes.ts'],
  ['features-stand-alone', 'src/cabinet/home/planted-feature.ts', '../statistics/controller.tsx'],
  ['entrances-stand-alone', 'src/jobs/planted-entrance.ts', '../cabinet/cabinet.ts'],
  ['commands-start-things', 'src/commands/planted-command.ts', '../app.ts'],
  ['tests-are-no-parts', 'src/people/planted-test.ts', '../../test/people.ts'],
]

interface Violation {
  from: string
  rule: { name: string }
}

test('every import line of the house is held: a forbidden import planted against each is refused, and no other', () => {
  const copy = mkdtempSync(path.join(tmpdir(), 'kabinet-imports-'))
  onTestFinished(() => rmSync(copy, { recursive: true }))
  for (const part of ['src', 'test', 'checks', 'package.json', 'tsconfig.json'])
    cpSync(path.join(root, part), path.join(copy, part), { recursive: true })
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'))
  for (const [, file, imports] of planted) {
    mkdirSync(path.dirname(path.join(copy, file)), { recursive: true })
    writeFileSync(path.join(copy, file), `import * as planted from '${imports}'\nconsole.log(planted)\n`)
  }
  const run = spawnSync(
    'node_modules/.bin/depcruise',
    ['--config', 'checks/dependency-cruiser.cjs', '--output-type', 'json', 'src'],
    { cwd: copy, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  )
  const { summary } = JSON.parse(run.stdout) as { summary: { violations: Violation[] } }
  const refused = summary.violations.map(({ rule, from }) => `${rule.name} ${from}`)
  for (const [rule, file] of planted) expect(refused).toContain(`${rule} ${file}`)
  expect(refused.filter(line => !line.includes('planted-'))).toEqual([])
})
