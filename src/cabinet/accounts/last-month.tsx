import type { ComponentChildren } from 'preact'
import type { LedgerRow } from '../../domain/ledger.ts'
import type { HeldAccount } from '../../people/held-accounts.ts'
import { routes } from '../../routes.ts'
import type { Texts } from '../../texts/texts.ts'
import { Icon } from '../../ui/icons.tsx'
import { CubicMetres, Money } from '../../ui/money.tsx'
import { BalanceFigure, isPaidHere } from '../balance-figure.tsx'
import { BalanceSum } from './balance-sum.tsx'

interface LastMonthProps {
  t: Texts
  account: HeldAccount
  /** The last published month. */
  row: LedgerRow
  /** What can be done about the balance. */
  children: ComponentChildren
}

/** The balance as the billing closed it, what can be done about it, and the month that it came from. */
export function LastMonth({ t, account, row, children }: LastMonthProps) {
  const words = t.accounts
  return (
    <section
      class={
        isPaidHere(row.closing, account.outsideBalance) ? 'card last-month paid-here' : 'card last-month'
      }
    >
      <div>
        <BalanceFigure t={t} value={row.closing} outsideBalance={account.outsideBalance} />
        {children}
        <h2>{t.months.month(row.period)}</h2>
        <dl class="month-figures">
          <div>
            <dt>{words.consumed}</dt>
            <dd>
              <CubicMetres t={t} value={row.volume} />
            </dd>
          </div>
          <div>
            <dt>{words.charged}</dt>
            <dd>
              <Money t={t} value={row.charged} />
            </dd>
          </div>
        </dl>
        <a class="document-link" href={routes.invoice.to({ id: account.id, period: row.period })}>
          <Icon name="document" />
          <span>
            {words.invoice}
            <span class="visually-hidden">{t.statistics.invoiceOf(row.period)}</span>
          </span>
        </a>
      </div>
      <BalanceSum t={t} row={row} outsideBalance={account.outsideBalance} />
    </section>
  )
}
