import type { Supplier } from '../supplier.ts'
import type { Texts } from '../texts/texts.ts'

/** What the dress of every page needs: the words, the supplier, and where the styles stand. */
export interface Face {
  t: Texts
  supplier: Supplier
  /** The path of a style or an enhancement by its name. */
  asset: (name: string) => string
  demo: boolean
}
