import type { PaymentOffer } from '../../domain/payable.ts'
import type { HeldAccount } from '../../people/held-accounts.ts'
import { routes } from '../../routes.ts'
import type { Face } from '../../ui/face.ts'
import { CubicMetres, Money } from '../../ui/money.tsx'
import { BalanceFigure } from '../balance-figure.tsx'
import { PayPanel } from '../pay-panel.tsx'

export interface AccountCardProps {
  face: Face
  account: HeldAccount
  /** A name of one's own, or the address. */
  title: string
  offer: PaymentOffer
}

/** How one account stands: the balance in words, the last month, and the way to pay where something is due. */
export function AccountCard({ face, account, title, offer }: AccountCardProps) {
  const { t } = face
  const { latest } = account
  return (
    <article class="card account-card">
      <h2>
        <a href={routes.account.to({ id: account.id })}>{title}</a>
      </h2>
      <p class="hint">
        {t.accounts.number} <span class="sum">{account.number}</span>
        {account.state !== 'open' && `, ${t.accounts.states[account.state]}`}
      </p>
      {latest === null ? (
        <p>{t.home.nothingPublished}</p>
      ) : (
        <>
          <BalanceFigure t={t} value={latest.closing} outsideBalance={account.outsideBalance} />
          <p class="card-month">
            {t.months.month(latest.period)}: {t.home.consumed} <CubicMetres t={t} value={latest.volume} />,{' '}
            {t.home.charged} <Money t={t} value={latest.charged} />
          </p>
          <PayPanel face={face} account={account} offer={offer} />
        </>
      )}
    </article>
  )
}
