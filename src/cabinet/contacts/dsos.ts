import type { Supplier } from '../../supplier.ts'

/** A gas distributor, and the branches whose readings it takes. */
export interface Dso {
  name: string
  phone: string
  site: string | null
  branches: string[]
}

/** The DSOs of these branches, each once; of all branches where none of these is the supplier's. */
export function dsosOf(supplier: Supplier, branches: readonly string[]): Dso[] {
  const own = supplier.branches.filter(({ name }) => branches.includes(name))
  const shown = own.length > 0 ? own : supplier.branches
  const byName = Map.groupBy(shown, ({ dso }) => `${dso.name} ${dso.phone}`)
  return [...byName.values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : [
          {
            name: first.dso.name,
            phone: first.dso.phone,
            site: first.dso.site ?? null,
            branches: [first, ...others].map(({ name }) => name),
          },
        ],
  )
}
