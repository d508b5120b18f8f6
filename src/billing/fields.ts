/** A record's fields; where `open`, the quote at which the next one begins is not closed in it. */
interface Parted {
  fields: string[]
  open: boolean
}

/**
 * Parts a record into its fields. A quote opens only at a field's beginning: elsewhere it is a character like any other,
 * as in «Мар"яна».
 */
export function partRecord(record: string, delimiter: string): Parted {
  const fields: string[] = []
  let from = 0
  for (;;) {
    if (record[from] !== '"') {
      const end = record.indexOf(delimiter, from)
      fields.push(record.slice(from, end === -1 ? undefined : end))
      if (end === -1) return { fields, open: false }
      from = end + 1
      continue
    }
    let end = record.indexOf('"', from + 1)
    while (end !== -1 && record[end + 1] === '"') end = record.indexOf('"', end + 2)
    if (end === -1) return { fields, open: true }
    const field = record.slice(from + 1, end).replaceAll('""', '"')
    const next = record.indexOf(delimiter, end)
    fields.push(field + record.slice(end + 1, next === -1 ? undefined : next))
    if (next === -1) return { fields, open: false }
    from = next + 1
  }
}
