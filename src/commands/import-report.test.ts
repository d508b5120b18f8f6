import { expect, test } from 'vitest'
import type { FileReport } from '../billing/report.ts'
import { kop } from '../domain/money.ts'
import { reportAsJson, reportAsText, whyRefused } from './import-report.ts'

const taken: FileReport = {
  file: 'charges.csv',
  kind: 'charges',
  state: 'published',
  encoding: 'cp1125',
  delimiter: ';',
  samples: ['Кременчук'],
  rows: 3,
  total: kop(13036),
  changes: { added: 2, changed: 1, posted: 1 },
  faults: [],
  faultCount: 0,
  doubts: [],
  doubtCount: 0,
}

const fault = {
  line: 2,
  field: 'SALDO_K',
  value: '67,15',
  reason: 'closing-balance',
  expected: '67.14',
} as const
const refused: FileReport = { ...taken, state: 'refused', faults: Array(25).fill(fault), faultCount: 30 }

test('what was taken in is told with its rows, its sum and its encoding', () => {
  expect(reportAsText({ dryRun: false, accepted: true, files: [taken] })).toBe(
    [
      'charges.csv: taken in: 3 rows, 130.36 UAH in all; 2 added, 1 changed, portal payments posted: 1',
      '  charges, cp1125, delimiter ";"; it reads: «Кременчук»',
    ].join('\n'),
  )
})

test('of a refused file twenty faults are shown and the rest is counted', () => {
  const report = { dryRun: false, accepted: false, files: [refused] }
  const lines = reportAsText(report).split('\n')
  expect(lines).toHaveLength(23)
  expect(lines[2]).toBe(
    '  charges.csv:2 SALDO_K «67,15»: the balance does not follow from the row; it should be 67.14 / залишок не сходиться з рядком, мало бути 67.14',
  )
  expect(lines[22]).toBe('  … and 10 more faults')
  expect(whyRefused(report)).toMatch(
    /^charges\.csv is refused whole: charges\.csv:2 SALDO_K .*\(and 29 more\)$/,
  )
})

test('the same file again is told in both languages', () => {
  const text = reportAsText({ dryRun: false, accepted: true, files: [{ ...taken, state: 'unchanged' }] })
  expect(text).toContain('Nothing changed')
  expect(text).toContain('Нічого не змінилося')
})

test('for a program the sums are decimal texts and each fault says why', () => {
  const json: unknown = JSON.parse(reportAsJson({ dryRun: true, accepted: false, files: [refused] }))
  expect(json).toMatchObject({
    dryRun: true,
    files: [{ total: '130.36', faults: expect.arrayContaining([]) }],
  })
  expect(json).toHaveProperty('files.0.faults.0.uk', 'залишок не сходиться з рядком, мало бути')
})

test('a line end in a value is shown, and breaks no line', () => {
  const broken = {
    ...fault,
    field: 'FIO',
    value: 'Вовк\r\nІван\u001b[2J',
    reason: 'state',
    expected: '',
  } as const
  const report = { dryRun: false, accepted: false, files: [{ ...refused, faults: [broken], faultCount: 1 }] }
  expect(whyRefused(report)).toContain('charges.csv:2 FIO «Вовк⏎Іван\\x1b[2J»: ')
  expect(reportAsText(report).split('\n')).toHaveLength(3)
})

test('what a person must look at is told line by line, though the file was taken in', () => {
  const doubts = [
    { line: 0, field: '', value: '', reason: 'no-rows', expected: '' },
    { line: 4, field: 'EXT_ID', value: 'aa-11', reason: 'portal-sum', expected: '18.00 ≠ 17.09' },
  ] as const
  const report = { dryRun: false, accepted: true, files: [{ ...taken, doubts: [...doubts], doubtCount: 3 }] }
  expect(reportAsText(report).split('\n').slice(2)).toEqual([
    expect.stringMatching(/^ {2}! charges\.csv: the file has NO ROWS.* \/ у файлі НЕМАЄ/),
    expect.stringMatching(/^ {2}! charges\.csv:4 EXT_ID «aa-11»: .*18\.00 ≠ 17\.09 \/ .*18\.00 ≠ 17\.09$/),
    '  ! … and 1 more to look at',
  ])
})
