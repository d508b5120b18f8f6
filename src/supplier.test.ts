import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { projectFolder } from './config.ts'
import { loadSupplier } from './supplier.ts'

const names = readdirSync(path.join(projectFolder, 'suppliers'))

test.each(names)('the folder of %s holds all that a supplier needs', name => {
  const supplier = loadSupplier(name)
  expect(mod97(supplier.iban), 'the IBAN').toBe(1)
  expect(supplier.notices.readings).toContain('<p>')
  expect(supplier.sms.activation).toContain('{code}')
})

test('the manual speaks through the first supplier', () => {
  const supplier = loadSupplier('kremenchukgaz')
  expect(supplier.branches.map(branch => branch.name)).toEqual(['Кременчук', 'Семенівка', 'Гадяч'])
  expect(supplier.sms.sender).toBe('KGAZ')
  expect(supplier.sms.activation.replace('{code}', '578214')).toBe(
    'КРЕМЕНЧУКГАЗ-Постачання. Вітаємо, Ви зареєстровані! Код активації - 578214',
  )
  expect(supplier.notices['data-freshness']).toContain('Кодексу газорозподільних систем')
})

test('nothing of any supplier stands in the code', () => {
  const files = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', 'src', 'documents'],
    { cwd: projectFolder, encoding: 'utf8' },
  )
  const code = files
    .split('\n')
    .filter(file => /\.(tsx?|css|js|typ)$/.test(file) && !/\.test\.tsx?$/.test(file))
  expect(code.length).toBeGreaterThan(50)
  const grep = code.filter(file => {
    try {
      execFileSync('grep', ['-qiE', 'кременчук|KGAZ|kgp\\.com|Гадяч|Семенівк|lanivgaz|ланівгаз', file], {
        cwd: projectFolder,
      })
      return file !== 'src/config.ts' // its default names the folder kremenchukgaz
    } catch {
      return false
    }
  })
  expect(grep).toEqual([])
})

/** The remainder of an IBAN by 97, which is 1 where it is right (ISO 13616). */
function mod97(iban: string): number {
  const digits = `${iban.slice(4)}${iban.slice(0, 4)}`.replace(/[A-Z]/g, letter =>
    String(letter.charCodeAt(0) - 55),
  )
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0)
}
