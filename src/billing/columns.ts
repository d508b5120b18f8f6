import { type Fault, type Kind, kinds } from './report.ts'

interface Layout {
  required: readonly string[]
  optional: readonly string[]
}

/** The columns of each kind of file, as the billing names them. */
export const layouts: Record<Kind, Layout> = {
  accounts: {
    required: ['LS', 'FILIA', 'NP', 'VUL', 'BUD', 'KV', 'FIO', 'STATE'],
    optional: ['EIC', 'PHONE'],
  },
  charges: {
    required: ['LS', 'PERIOD', 'VOL', 'SUMA', 'OPL', 'SALDO_P', 'SALDO_K'],
    optional: ['METHOD', 'PRICE', 'PERER', 'PENYA', 'SUBS', 'PILG'],
  },
  payments: { required: ['EXT_ID', 'LS', 'D_OPL', 'D_ZAR', 'SUMA', 'AGENT', 'PERIOD'], optional: [] },
}

/** Every column of a kind. */
export function columnsOf(kind: Kind): string[] {
  return [...layouts[kind].required, ...layouts[kind].optional]
}

/** What alone tells a kind from the others. */
const marks: Record<Kind, readonly string[]> = {
  accounts: ['FILIA', 'NP', 'VUL', 'BUD', 'FIO', 'STATE'],
  charges: ['VOL', 'OPL', 'SALDO_P', 'SALDO_K'],
  payments: ['EXT_ID', 'D_OPL', 'D_ZAR', 'AGENT'],
}

export interface Header {
  kind: Kind
  /** In the order of the file. */
  columns: string[]
}

/** Knows a file by the names in its first line; gives its kind and columns, or why it can't be known. */
export function readHeader(cells: readonly string[]): Header | Fault[] {
  const columns = cells.map(cell => cell.trim().toUpperCase())
  const scored = kinds.map(kind => ({
    kind,
    found: marks[kind].filter(mark => columns.includes(mark)).length,
  }))
  const [best] = scored.sort((a, b) => b.found - a.found)
  if (best === undefined || best.found === 0)
    return [
      fault('unknown-kind', '', columns.join(' '), kinds.map(kind => columnsOf(kind).join(' ')).join(' / ')),
    ]
  const faults = faultsOf(best.kind, columns)
  return faults.length > 0 ? faults : { kind: best.kind, columns }
}

function faultsOf(kind: Kind, columns: string[]): Fault[] {
  const known = columnsOf(kind)
  const missing = layouts[kind].required.filter(name => !columns.includes(name))
  const unknown = columns.filter(name => !known.includes(name))
  const repeated = columns.filter((name, index) => known.includes(name) && columns.indexOf(name) < index)
  return [
    ...missing.map(name => fault('missing-column', name, columns.join(' '), known.join(' '))),
    ...unknown.map(name => fault('unknown-column', name, name, known.join(' '))),
    ...repeated.map(name => fault('repeated-column', name, name, '')),
  ]
}

function fault(reason: Fault['reason'], field: string, value: string, expected: string): Fault {
  return { line: 1, field, value, reason, expected }
}
