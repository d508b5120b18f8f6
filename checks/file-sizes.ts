import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'

const longest = 200
const half = 60
const reason = /^\s*(?:\/\*\*?|\*|\/\/).*\blong because\b/im

/**
 * The house's law of small files: none of the program's files over 200 lines without a reason («long because …») at
 * its top, and half of them under 60. Gives what breaks it, or ''.
 */
export function filesTooLong(root: string): string {
  const listed = spawnSync(
    'git',
    [
      'ls-files',
      '--cached',
      '--others',
      '--exclude-standard',
      'src',
      'test',
      'checks',
      'e2e',
      'faults',
      'migrations',
      'documents',
    ],
    { cwd: root, encoding: 'utf8' },
  )
  const files = listed.stdout.split('\n').filter(name => /\.(tsx?|css|sql|typ)$/.test(name))
  if (files.length === 0) return `no files found: ${listed.stderr}`
  const sizes = files.map(name => {
    const text = readFileSync(path.join(root, name), 'utf8')
    return { name, lines: text.split('\n').length - 1, excused: reason.test(text.slice(0, 1500)) }
  })
  const faults = sizes
    .filter(file => file.lines > longest && !file.excused)
    .map(file => `${file.name}: ${file.lines} lines`)
  const ofSource = sizes
    .filter(file => /^src.*tsx?$/.test(file.name) && !/\.test\.tsx?$/.test(file.name))
    .map(file => file.lines)
  const median = ofSource.sort((a, b) => a - b)[Math.floor(ofSource.length / 2)] ?? 0
  if (median > half) faults.push(`half of the files of src/ are over ${median} lines, and ${half} is the aim`)
  return faults.join('\n')
}
