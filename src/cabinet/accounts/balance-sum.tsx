import { balanceKind, type LedgerRow } from '../../domain/ledger.ts'
import { type Kopiykas, negate, noMoney } from '../../domain/money.ts'
import type { Texts } from '../../texts/texts.ts'
import { Balance, Money } from '../../ui/money.tsx'

interface BalanceSumProps {
  t: Texts
  row: LedgerRow
  /** Paid here and not held by the row's closing balance. */
  outsideBalance: Kopiykas
}

/** How the balance came about, and what is left of it, as a sum that anyone can follow. */
export function BalanceSum({ t, row, outsideBalance }: BalanceSumProps) {
  const words = t.accounts.how
  const left = (row.closing - outsideBalance) as Kopiykas // kopiykas less kopiykas
  return (
    <table class="balance-sum">
      <caption>{words.title}</caption>
      <thead class="visually-hidden">
        <tr>
          <th scope="col">{words.sign}</th>
          <th scope="col">{words.part}</th>
          <th scope="col">{words.sum}</th>
        </tr>
      </thead>
      <tbody>
        <Total t={t} sign="" word={words.opening[balanceKind(row.opening)]} value={row.opening} />
        {parts(row).map(({ name, value }) => (
          <Part key={name} t={t} word={words[name]} value={value} />
        ))}
        <Total t={t} sign="=" word={words.closing[balanceKind(row.closing)]} value={row.closing} />
        {outsideBalance !== noMoney && (
          <>
            <Part t={t} word={words.outsideBalance} value={negate(outsideBalance)} />
            <Total t={t} sign="=" word={words.left[balanceKind(left)]} value={left} />
          </>
        )}
      </tbody>
    </table>
  )
}

type PartName = 'charged' | 'recalculated' | 'penalty' | 'paid' | 'subsidy' | 'benefit'

/** What moved the balance: charged and paid always, the rest where there is any. Plus raises the debt. */
function parts(row: LedgerRow): { name: PartName; value: Kopiykas }[] {
  const all: { name: PartName; value: Kopiykas }[] = [
    { name: 'charged', value: row.charged },
    { name: 'recalculated', value: row.recalculated },
    { name: 'penalty', value: row.penalty },
    { name: 'paid', value: negate(row.paid) },
    { name: 'subsidy', value: negate(row.subsidy) },
    { name: 'benefit', value: negate(row.benefit) },
  ]
  return all.filter(({ name, value }) => name === 'charged' || name === 'paid' || value !== noMoney)
}

/** The sign stands apart from the size, as in a sum on paper. */
function Part({ t, word, value }: { t: Texts; word: string; value: Kopiykas }) {
  const isLess = value < 0n
  return (
    <tr>
      <td class="sign">{value === noMoney ? '' : isLess ? '−' : '+'}</td>
      <th scope="row">{word}</th>
      <td class="number">
        <Money t={t} value={isLess ? negate(value) : value} />
      </td>
    </tr>
  )
}

/** A balance has no sign: its word says what it is. */
function Total({ t, sign, word, value }: { t: Texts; sign: string; word: string; value: Kopiykas }) {
  return (
    <tr class="total">
      <td class="sign">{sign}</td>
      <th scope="row">{word}</th>
      <td class="number">
        <Balance t={t} value={value} />
      </td>
    </tr>
  )
}
