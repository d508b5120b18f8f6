import { balanceKind } from '../domain/ledger.ts'
import { hryvniaDigits, type Kopiykas } from '../domain/money.ts'
import { cubicMetreDigits, type Volume } from '../domain/volume.ts'
import type { Texts } from '../texts/texts.ts'

/** A sum, `71,68 грн`; it never wraps. A sum below zero bears a true minus (a recalculation down). */
export function Money({ t, value }: { t: Texts; value: Kopiykas }) {
  return <span class="sum">{`${value < 0n ? '−' : ''}${t.money.hryvnias(hryvniaDigits(value))}`}</span>
}

/** A balance in a table: the debt as it is, an overpayment in words, never a minus. */
export function Balance({ t, value }: { t: Texts; value: Kopiykas }) {
  const kind = balanceKind(value)
  const digits = hryvniaDigits(value)
  return (
    <span class={`sum balance-${kind}`}>
      {kind === 'overpayment' ? t.money.overpaid(digits) : t.money.hryvnias(digits)}
    </span>
  )
}

/** A volume, `10 м³`. */
export function CubicMetres({ t, value }: { t: Texts; value: Volume }) {
  return <span class="sum">{t.money.cubicMetres(cubicMetreDigits(value))}</span>
}
