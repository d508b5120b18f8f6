import { balanceKind } from '../domain/ledger.ts'
import type { Kopiykas } from '../domain/money.ts'
import { hryvniaDigits } from '../domain/money.ts'
import type { Texts } from '../texts/texts.ts'

/** A balance that stands alone: «Заборгованість» or «Переплата» in words, and its size. Nothing owed is a debt of zero. */
export function BalanceFigure({ t, value }: { t: Texts; value: Kopiykas }) {
  const kind = balanceKind(value)
  return (
    <p class="balance-figure">
      <span class="balance-word">{kind === 'overpayment' ? t.accounts.overpayment : t.accounts.debt}</span>{' '}
      <span class={`sum balance-${kind}`}>{t.money.hryvnias(hryvniaDigits(value))}</span>
    </p>
  )
}
