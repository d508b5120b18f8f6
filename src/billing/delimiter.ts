import { layouts } from './columns.ts'

/** What may stand between two fields. */
export const delimiters = [';', ',', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]

const known = new Set(Object.values(layouts).flatMap(({ required, optional }) => [...required, ...optional]))

/** The delimiter that parts a header into the most names that the billing's files know. */
export function delimiterOf(header: string): Delimiter {
  const namesBy = (delimiter: string) =>
    header.split(delimiter).filter(cell => known.has(bare(cell).toUpperCase())).length
  return delimiters.reduce((best, next) => (namesBy(next) > namesBy(best) ? next : best))
}

function bare(cell: string): string {
  return cell.replace(/^[\s"]+|[\s"]+$/g, '')
}
