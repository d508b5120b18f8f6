import { spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

const cruise = (file: string) =>
  spawnSync('node_modules/.bin/depcruise', ['--config', 'checks/dependency-cruiser.cjs', file], {
    cwd: root,
    encoding: 'utf8',
  })

/** A forbidden import, the file in which it is planted for a moment, and the rule that must refuse it. */
const planted: [rule: string, file: string, line: string][] = [
  [
    'domain-imports-nobody',
    'src/domain/planted-1.ts',
    "import { routes } from '../routes.ts'\nconsole.log(routes)\n",
  ],
  [
    'ground-imports-ground',
    'src/web/planted-2.ts',
    "import type { Person } from '../people/sessions.ts'\nexport type P = Person\n",
  ],
  [
    'features-stand-alone',
    'src/cabinet/home/planted-3.ts',
    "import { statistics } from '../statistics/controller.tsx'\nconsole.log(statistics)\n",
  ],
  [
    'middle-imports-down',
    'src/people/planted-4.ts',
    "import { buildApp } from '../app.ts'\nconsole.log(buildApp)\n",
  ],
]

for (const [rule, file, line] of planted) {
  test(`the check of the import lines refuses ${file}: ${rule}`, () => {
    writeFileSync(`${root}/${file}`, line)
    try {
      const run = cruise(file)
      expect(run.status).not.toBe(0)
      expect(run.stdout).toContain(rule)
    } finally {
      rmSync(`${root}/${file}`)
    }
  })
}
