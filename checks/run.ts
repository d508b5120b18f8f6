/**
 * What CI checks, one line each: `npm test`, and `npm run check`. `npm test -- FILE…` runs those test files alone.
 * Ends with `N passed, N failed`: each test is one, and so is each check that is no test.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { bringChromium } from './chromium.ts'
import { filesTooLong } from './file-sizes.ts'

interface Outcome {
  passed: number
  failed: number
  /** What to read where something failed. */
  output: string
}

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = (name: string) => path.join(root, 'node_modules', '.bin', name)
const scratch = mkdtempSync(path.join(tmpdir(), 'kabinet-check-'))

const checks: [string, () => Outcome][] = [
  ['format', () => command(bin('biome'), ['format', '.'])],
  ['lint', () => command(bin('biome'), ['lint', '--error-on-warnings', '.'])],
  ['types', () => command(bin('tsc'), ['--noEmit', '-p', 'tsconfig.json'])],
  ['build', () => command(bin('tsc'), ['-p', 'tsconfig.build.json'])],
  [
    'the import lines of the house',
    () => command(bin('depcruise'), ['--config', 'checks/dependency-cruiser.cjs', 'src']),
  ],
  ['file sizes', () => verdict(filesTooLong(root))],
  ['migrations from nothing', () => tests(['--project', 'unit', 'src/db/migrations.test.ts'])],
  ['unit and request tests', () => tests(['--project', 'unit', '--exclude', 'src/db/migrations.test.ts'])],
  ['faults', () => tests(['--project', 'faults'])],
  ['Chromium', () => verdict(bringChromium())],
  ['journeys in the browser', () => tests(['--project', 'e2e'])],
]

const files = process.argv.slice(2)
process.exitCode = files.length > 0 ? runFiles(files) : runAll()
rmSync(scratch, { recursive: true, force: true })

function runAll(): number {
  let passed = 0
  let failed = 0
  for (const [name, check] of checks) {
    const began = Date.now()
    const outcome = check()
    passed += outcome.passed
    failed += outcome.failed
    const seconds = ((Date.now() - began) / 1000).toFixed(1)
    const count =
      outcome.passed + outcome.failed > 1 ? `, ${outcome.passed} passed, ${outcome.failed} failed` : ''
    console.log(`${outcome.failed === 0 ? '✓' : '✗'} ${name} (${seconds} s${count})`)
    if (outcome.failed > 0) console.log(outcome.output)
  }
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}

/** The build comes first: journeys and faults run the built program. */
function runFiles(names: string[]): number {
  const built = command(bin('tsc'), ['-p', 'tsconfig.build.json'])
  if (built.failed > 0) console.log(built.output)
  return spawnSync(bin('vitest'), ['run', ...names], { cwd: root, stdio: 'inherit' }).status ?? 1
}

function command(program: string, args: string[]): Outcome {
  const run = spawnSync(program, args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  return verdict(run.status === 0 ? '' : `${run.stdout}${run.stderr}${run.error?.message ?? ''}`)
}

/** One check: an empty word is a pass. */
function verdict(fault: string): Outcome {
  return fault === '' ? { passed: 1, failed: 0, output: '' } : { passed: 0, failed: 1, output: fault }
}

/** Runs tests, and counts them by the runner's own report. A run that ends badly without a failed test is one failure. */
function tests(args: string[]): Outcome {
  const report = path.join(scratch, 'report.json')
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const run = spawnSync(bin('vitest'), ['run', ...args, ...reporters], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  })
  const output = `${run.stdout}${run.stderr}`
  try {
    const counts = JSON.parse(readFileSync(report, 'utf8')) as {
      numPassedTests: number
      numFailedTests: number
    }
    const broken = run.status !== 0 && counts.numFailedTests === 0 ? 1 : 0
    return { passed: counts.numPassedTests, failed: counts.numFailedTests + broken, output }
  } catch {
    return { passed: 0, failed: 1, output }
  }
}
