import { balanceKind, due } from '../domain/ledger.ts'
import { hryvniaDigits, type Kopiykas, noMoney } from '../domain/money.ts'
import type { Texts } from '../texts/texts.ts'

interface BalanceFigureProps {
  t: Texts
  /** As the billing closed it. */
  value: Kopiykas
  /** Paid here and not held by it. */
  outsideBalance: Kopiykas
}

/**
 * A balance that stands alone: «Заборгованість» or «Переплата» in words, and its size. Nothing owed is a debt of zero.
 * Where all of it was paid here, that is said first, and the debt is calm.
 */
export function BalanceFigure({ t, value, outsideBalance }: BalanceFigureProps) {
  const kind = balanceKind(value)
  const isPaid = isPaidHere(value, outsideBalance)
  return (
    <>
      {isPaid && (
        <p class="balance-paid">{t.accounts.paidHere(t.money.hryvnias(hryvniaDigits(outsideBalance)))}</p>
      )}
      <p class={isPaid ? 'balance-figure paid-here' : 'balance-figure'}>
        <span class="balance-word">{kind === 'overpayment' ? t.accounts.overpayment : t.accounts.debt}</span>{' '}
        <span class={`sum balance-${kind}`}>{t.money.hryvnias(hryvniaDigits(value))}</span>
      </p>
    </>
  )
}

/** Whether what was paid here covers a debt of which the billing does not know that yet. */
export function isPaidHere(closing: Kopiykas, outsideBalance: Kopiykas): boolean {
  return balanceKind(closing) === 'debt' && due(closing, outsideBalance) === noMoney
}
