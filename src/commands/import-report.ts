import type { Fault, FileReport, ImportReport } from '../billing/report.ts'
import { toDecimal } from '../domain/money.ts'
import { billing as english } from '../texts/en/billing.ts'
import { billing as ukrainian } from '../texts/uk/billing.ts'

/** So many faults of a file go to the terminal one by one; all are counted. */
const shownFaults = 20

/** The report for a person at the terminal: in English, and each reason in Ukrainian beside. */
export function reportAsText(report: ImportReport): string {
  return report.files.flatMap(file => linesOf(file)).join('\n')
}

/** The report for a program. Sums are decimal texts in hryvnias. */
export function reportAsJson(report: ImportReport): string {
  const files = report.files.map(file => ({
    ...file,
    total: toDecimal(file.total),
    faults: file.faults.map(inBothLanguages),
    doubts: file.doubts.map(inBothLanguages),
  }))
  return JSON.stringify({ ...report, files }, null, 2)
}

/** One line that says why nothing, or not all, was taken in. */
export function whyRefused(report: ImportReport): string {
  const refused = report.files.find(file => file.state === 'refused')
  const [first] = refused?.faults ?? []
  if (refused === undefined || first === undefined) return ''
  const more = refused.faultCount > 1 ? ` (and ${refused.faultCount - 1} more)` : ''
  return `${refused.file} is refused whole: ${faultLine(refused.file, first)}${more}`
}

function linesOf(file: FileReport): string[] {
  const head = `${file.file}: ${stateOf(file)}`
  const known =
    file.kind === null
      ? []
      : [`  ${file.kind}, ${file.encoding}, delimiter ${JSON.stringify(file.delimiter)}${samplesOf(file)}`]
  const faults = file.faults.slice(0, shownFaults).map(fault => `  ${faultLine(file.file, fault)}`)
  const rest = file.faultCount - faults.length
  const doubts = file.doubts.map(doubt => `  ! ${faultLine(file.file, doubt)}`)
  const more = file.doubtCount - doubts.length
  return [
    head,
    ...known,
    ...faults,
    ...(rest > 0 ? [`  … and ${rest} more faults`] : []),
    ...doubts,
    ...(more > 0 ? [`  ! … and ${more} more to look at`] : []),
  ]
}

function stateOf(file: FileReport): string {
  const { added, changed, posted } = file.changes
  const sum = file.kind === 'accounts' ? '' : `, ${toDecimal(file.total)} UAH in all`
  const counts = `${file.rows} rows${sum}; ${added} added, ${changed} changed${posted > 0 ? `, portal payments posted: ${posted}` : ''}`
  switch (file.state) {
    case 'published':
      return `taken in: ${counts}`
    case 'checked':
      return `would be taken in: ${counts} (a dry run: nothing was changed)`
    case 'unchanged':
      return `${english.nothingChanged} / ${ukrainian.nothingChanged}`
    case 'refused':
      return `refused whole, nothing was changed: ${file.faultCount} ${file.faultCount === 1 ? 'fault' : 'faults'}`
    case 'skipped':
      return 'not looked at, since a file before it was refused'
  }
}

function samplesOf(file: FileReport): string {
  return file.samples.length === 0
    ? ''
    : `; it reads: ${file.samples.map(sample => `«${sample}»`).join(', ')}`
}

function faultLine(file: string, fault: Fault): string {
  const value = fault.value === '' && fault.line === 0 ? '' : `«${inOneLine(fault.value)}»`
  const place = [fault.line === 0 ? file : `${file}:${fault.line}`, fault.field, value]
    .filter(part => part !== '')
    .join(' ')
  const expected = fault.expected === '' ? '' : ` ${inOneLine(fault.expected)}`
  return `${place}: ${english.reasons[fault.reason]}${expected} / ${ukrainian.reasons[fault.reason]}${expected}`
}

function inBothLanguages(fault: Fault) {
  return { ...fault, uk: ukrainian.reasons[fault.reason], en: english.reasons[fault.reason] }
}

/** A value's line ends and other control characters made visible: it must not break a line, or steer a terminal. */
function inOneLine(value: string): string {
  return value
    .replaceAll(/\r\n|[\r\n\u2028\u2029]/g, '⏎')
    .replaceAll(/\p{Cc}/gu, control => `\\x${control.charCodeAt(0).toString(16).padStart(2, '0')}`)
}
