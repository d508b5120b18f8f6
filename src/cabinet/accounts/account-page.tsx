import type { PaymentOffer } from '../../domain/payable.ts'
import { lastDay } from '../../domain/period.ts'
import type { RecentPayment } from '../../payments/recent.ts'
import type { HeldAccount } from '../../people/held-accounts.ts'
import { routes } from '../../routes.ts'
import { CabinetLayout, type SideAccount } from '../../ui/cabinet-layout.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import type { Face } from '../../ui/face.ts'
import { Notice } from '../../ui/notice.tsx'
import { emptyForm, type FilledForm } from '../../web/form.ts'
import { PayPanel } from '../pay-panel.tsx'
import { AccountFacts } from './account-facts.tsx'
import { LastMonth } from './last-month.tsx'
import { OwnName } from './own-name.tsx'
import { PaymentsTable } from './payments-table.tsx'

export interface AccountPageProps {
  face: Face
  side: SideAccount[]
  account: HeldAccount
  /** What the person calls it. */
  title: string
  offer: PaymentOffer
  payments: readonly RecentPayment[]
  form?: FilledForm
  /** The name of one's own was saved just now, or taken away. */
  justNamed?: boolean
}

/** One account: how much is owed, why, and what to do now. */
export function AccountPage(props: AccountPageProps) {
  const { face, side, account, title, offer, payments, form = emptyForm, justNamed = false } = props
  const { t, supplier } = face
  const words = t.accounts
  return (
    <CabinetLayout
      face={face}
      title={title}
      section={null}
      accounts={side}
      chosen={account.id}
      faulty={Object.keys(form.faults).length > 0}
    >
      <div class="account-page">
        {justNamed && (
          <Notice kind="good">{account.ownName === '' ? words.ownNameRemoved : words.ownNameSaved}</Notice>
        )}
        <ErrorSummary t={t} faults={form.faults} />
        <header class="account-head">
          <h1>{title}</h1>
          <p class="hint">
            {words.number} <span class="sum">{account.number}</span>
            {account.latest !== null && <>. {words.asOf(t.months.date(lastDay(account.latest.period)))}</>}
          </p>
        </header>
        {account.state !== 'open' && <Notice kind="warning">{words.stateNotes[account.state]}</Notice>}
        {account.latest === null ? (
          <section class="card empty">
            <h2>{words.nothingPublished}</h2>
            {account.state === 'open' && (
              <p>{words.nothingPublishedNote(supplier.calendar.charges_ready_day)}</p>
            )}
          </section>
        ) : (
          <LastMonth t={t} account={account} row={account.latest}>
            <PayPanel face={face} account={account} offer={offer} />
          </LastMonth>
        )}
        <PaymentsTable t={t} payments={payments} />
        <p class="statistics-link">
          <a href={routes.statistics.to({ account: account.id })}>{words.statistics}</a>
          {': '}
          {words.statisticsHint}
        </p>
        <AccountFacts t={t} account={account} />
        <OwnName t={t} account={account} form={form} />
      </div>
    </CabinetLayout>
  )
}
