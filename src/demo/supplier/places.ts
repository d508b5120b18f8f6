/** The settlements and streets of the synthetic billing, as the supplier's folder names them. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'smol-toml'
import { z } from 'zod'
import { type Supplier, WrongSupplier } from '../../supplier.ts'

const name = z.string().trim().min(1)
const names = z.array(name).min(1)

const schema = z.strictObject({
  /** The streets of every village; each has some of them. */
  village_streets: names,
  branches: z
    .array(
      z.strictObject({
        name,
        /** The first digits of its account numbers; with seven more they make nine or ten. */
        account_prefix: z.string().regex(/^\d{2,3}$/, 'a prefix has two or three digits'),
        /** The part of all houses that stands here. */
        share: z.number().positive().max(1),
        town: name,
        town_streets: names,
        villages: names,
      }),
    )
    .min(1),
})

export type DemoPlaces = z.output<typeof schema>
export type DemoBranch = DemoPlaces['branches'][number]

/** Reads `demo-places.toml` of the supplier's folder. Throws WrongSupplier with one line that names the place in it. */
export function demoPlaces(supplier: Pick<Supplier, 'folder'>): DemoPlaces {
  const file = path.join(supplier.folder, 'demo-places.toml')
  const shown = path.join('suppliers', path.basename(supplier.folder), 'demo-places.toml')
  const result = schema.safeParse(read(file, shown))
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new WrongSupplier(`${shown}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'wrong'}`)
}

function read(file: string, shown: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'))
  } catch (error) {
    const said = error instanceof Error ? error.message.split('\n')[0] : 'wrong'
    throw new WrongSupplier(`${shown}, which the demo needs, can't be read: ${said}`)
  }
}
